"""Writing cards: folders, manifests, pictures of earlier runs."""

from __future__ import annotations

from cardnews.messages.message import Message

FILES: dict[str, Message] = {
    "output-other-script": Message(
        "error",
        'this folder belongs to another script, "{script}", so nothing in it was touched; '
        "choose another folder with --out, or delete this one if you renamed the script",
        "이 폴더는 다른 스크립트 “{script}”의 결과물이 담긴 폴더라 아무것도 건드리지 않았습니다. "
        "--out으로 다른 폴더를 지정하거나, 스크립트 이름을 바꾼 것이라면 이 폴더를 지우세요.",
    ),
    "output-foreign-pictures": Message(
        "error",
        "this folder already holds pictures that cardnews did not write ({files}), and they would be overwritten; "
        "choose another folder with --out, or move them away",
        "이 폴더에는 cardnews가 만들지 않은 그림({files})이 이미 있어 덮어쓰게 됩니다. "
        "--out으로 다른 폴더를 지정하거나 그 그림들을 다른 곳으로 옮기세요.",
    ),
    "output-partial-sizes": Message(
        "error",
        "this folder holds cards of size {present}, not {sizes}; render all slides at the new size first, "
        "or choose another folder with --out",
        "이 폴더에는 {present} 크기의 카드가 있고 {sizes} 크기는 없습니다. 먼저 모든 슬라이드를 새 크기로 만들거나 "
        "--out으로 다른 폴더를 지정하세요.",
    ),
    "output-partial-numbers": Message(
        "error",
        "a list in this script takes more or fewer cards than before, so the numbers of the cards have changed; "
        "nothing was overwritten: make all cards, without --only",
        "목록이 차지하는 카드 수가 전과 달라져 카드 번호가 바뀌었습니다. 덮어쓴 그림은 없습니다. "
        "--only 없이 모든 카드를 다시 만드세요.",
    ),
    "output-linked": Message(
        "error",
        "the folder for the cards beside the script is a link to somewhere else, so nothing was written; "
        "if that is where they belong, name it with --out, or else remove the link",
        "스크립트 옆의 결과 폴더가 다른 곳으로 이어지는 링크라서 아무것도 저장하지 않았습니다. "
        "그곳이 맞다면 --out으로 직접 지정하고, 아니라면 링크를 지우세요.",
    ),
    "output-not-a-file": Message(
        "error",
        "a link, or something else that is not a plain file or folder, stands where cardnews would write; "
        "remove it, or choose another folder with --out",
        "저장할 자리에 링크처럼 일반 파일이나 폴더가 아닌 것이 있습니다. 지우거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "output-not-a-folder": Message(
        "error",
        "cannot make this folder, because a file is in its place or in that of a folder above it; "
        "rename the file, or choose another folder with --out",
        "이 폴더나 그 위 폴더의 자리에 같은 이름의 파일이 있어 폴더를 만들 수 없습니다. "
        "파일 이름을 바꾸거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "output-not-writable": Message(
        "error",
        "no permission to write here; check that the folder is not read-only and that no other program has the file "
        "open, or choose another folder with --out",
        "여기에 저장할 권한이 없습니다. 폴더가 읽기 전용인지, 다른 프로그램이 파일을 열어 두었는지 확인하거나 "
        "--out으로 다른 폴더를 지정하세요.",
    ),
    "output-disk-full": Message(
        "error",
        "the disk is full; free some space and run again, or choose a folder on another disk with --out",
        "디스크에 남은 공간이 없습니다. 공간을 비우고 다시 실행하거나 --out으로 다른 디스크의 폴더를 지정하세요.",
    ),
    "output-failed": Message(
        "error",
        "cannot write here ({reason}); check the folder, or choose another one with --out",
        "여기에 저장할 수 없습니다({reason}). 폴더를 확인하거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "manifest-broken": Message(
        "error",
        "cannot be read as a list of cards that cardnews wrote, so nothing in this folder was touched; "
        "choose another folder with --out, or move this file and the pictures away",
        "cardnews가 쓴 카드 목록으로 읽을 수 없어 이 폴더의 어떤 파일도 건드리지 않았습니다. "
        "--out으로 다른 폴더를 지정하거나 이 파일과 그림들을 다른 곳으로 옮기세요.",
    ),
    "manifest-newer": Message(
        "error",
        "was written by a newer cardnews, so nothing in this folder was touched; "
        "update cardnews, or choose another folder with --out",
        "더 새로운 cardnews로 만든 폴더라 아무것도 건드리지 않았습니다. "
        "cardnews를 업데이트하거나 --out으로 다른 폴더를 지정하세요.",
    ),
    "card-edited-aside": Message(
        "warning",
        "this picture was not as cardnews left it; the new card took its name, "
        'and the old picture is kept as "{aside}"',
        "cardnews가 만든 뒤 바뀐 그림이라, 새 카드를 이 이름으로 저장하고 바뀐 그림은 “{aside}”(으)로 남겨 두었습니다.",
    ),
    "card-edited-kept": Message(
        "warning",
        "this picture no longer belongs to the set, but was changed after cardnews wrote it, so it was kept; "
        "delete it if you do not need it",
        "이제 이 세트에 속하지 않지만 cardnews가 만든 뒤 바뀐 그림이라 지우지 않았습니다. 필요 없으면 직접 지우세요.",
    ),
    "card-failed-aside": Message(
        "warning",
        'this slide has no card this time; the picture of an earlier run was renamed to "{aside}"',
        "이번에는 이 슬라이드의 카드를 만들지 못해, 전에 만든 그림의 이름을 “{aside}”(으)로 바꾸어 두었습니다.",
    ),
    "card-not-removed": Message(
        "warning",
        "this picture of an earlier run no longer belongs to the set and could not be removed; "
        "close programs that show it and run again, or delete it",
        "이제 이 세트에 속하지 않는 예전 그림인데 지우지 못했습니다. "
        "그림을 열어 둔 프로그램을 닫고 다시 실행하거나 직접 지우세요.",
    ),
}
