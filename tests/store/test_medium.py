"""What a folder lies on, from what Linux, Windows and macOS say of real disks."""

import plistlib
from pathlib import Path, PurePosixPath

import pytest

from facilitator.domain.medium import Medium
from facilitator.store.media import linux, macos, windows
from facilitator.store.medium import medium_of

FIXED, REMOVABLE, NETWORK = Medium

MOUNTINFO = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
40 27 253:0 / /home rw,relatime shared:20 - ext4 /dev/mapper/home rw
41 27 8:17 / /media/ana/STICK\0401 rw,nosuid,nodev,relatime shared:30 - vfat /dev/sdb1 rw,utf8
42 27 8:33 / /media/ana/Disk rw,relatime shared:31 - fuseblk /dev/sdc1 rw,user_id=0
43 27 253:1 / /media/ana/secret rw,relatime shared:32 - ext4 /dev/mapper/secret rw
44 27 179:1 / /media/ana/card rw,relatime shared:33 - exfat /dev/mmcblk0p1 rw
45 27 179:9 / /var/lib/soldered rw,relatime - ext4 /dev/mmcblk1p1 rw
50 27 0:50 / /mnt/share rw,relatime shared:40 - cifs //server/share rw,vers=3.1.1
51 27 0:51 / /mnt/nfs rw,relatime shared:41 - nfs4 server:/export rw
52 27 0:52 / /home/ana/remote rw,nosuid,nodev,relatime shared:42 - fuse.sshfs ana@server: rw
53 27 0:53 / /run/user/1000/gvfs rw,nosuid,nodev,relatime - fuse.gvfsd-fuse gvfsd-fuse rw
54 27 0:54 / /mnt/c rw,noatime - 9p C:\134 rw,aname=drvfs
55 27 0:55 / /tmp rw - tmpfs tmpfs rw
56 50 8:17 / /mnt/share/under rw,relatime - vfat /dev/sdb1 rw
57 27 8:17 / /mnt/nfs rw,relatime - vfat /dev/sdb1 rw
a line that makes no sense
"""


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """`/sys` as it is with a disk inside, a stick, a disk on a cable, an encrypted one, a card and soldered memory."""

    def disk(number: str, place: str, *, removable: str = "0", kind: str = "", part: str = "") -> Path:
        whole = tmp_path / "devices" / place
        (whole / part).mkdir(parents=True, exist_ok=True)
        (whole / "removable").write_text(removable + "\n")
        if kind:
            (whole / "device").mkdir()
            (whole / "device" / "type").write_text(kind + "\n")
        (whole / part / "dev").write_text(number + "\n")
        links = tmp_path / "dev" / "block"
        links.mkdir(parents=True, exist_ok=True)
        (links / number).symlink_to(whole / part)
        return whole / part

    disk("259:2", "pci0/nvme/nvme0/nvme0n1", part="nvme0n1p2")
    disk("8:17", "pci0/ata1/host1/block/sdb", removable="1", part="sdb1")
    on_cable = disk("8:33", "pci0/usb2/2-1/host5/block/sdc", part="sdc1")
    disk("179:1", "pci0/mmc_host/mmc0/mmc0:1/block/mmcblk0", kind="SD", part="mmcblk0p1")
    disk("179:9", "soc/mmc_host/mmc1/mmc1:1/block/mmcblk1", kind="MMC", part="mmcblk1p1")
    for number, name, below in (("253:0", "dm-0", "259:2"), ("253:1", "dm-1", "")):
        place = disk(number, f"virtual/block/{name}")
        (place / "slaves").mkdir()
        target = (tmp_path / "dev" / "block" / below).resolve() if below else on_cable
        (place / "slaves" / target.name).symlink_to(target)
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "lies_on"),
    [
        ("/srv/work", FIXED),
        ("/home/ana/Documents", FIXED),
        ("/tmp/x", FIXED),
        ("/var/lib/soldered", FIXED),
        ("/media/ana/STICK 1", REMOVABLE),
        ("/media/ana/STICK 1/deep/down", REMOVABLE),
        ("/media/ana/STICK 12", FIXED),
        ("/media/ana/Disk/work", REMOVABLE),
        ("/media/ana/secret", REMOVABLE),
        ("/media/ana/card", REMOVABLE),
        ("/mnt/share/team", NETWORK),
        ("/mnt/share/under", REMOVABLE),
        ("/home/ana/remote/work", NETWORK),
        ("/run/user/1000/gvfs/smb-share:server=s", NETWORK),
        ("/mnt/c/Users", NETWORK),
        ("/mnt/nfs", REMOVABLE),
    ],
)
def test_on_linux_a_folder_lies_on_what_is_mounted_deepest_and_last(
    devices: Path, folder: str, lies_on: Medium
) -> None:
    assert linux.medium(PurePosixPath(folder), MOUNTINFO, devices) is lies_on


def test_without_a_table_a_folder_is_taken_for_one_of_this_computer(devices: Path) -> None:
    assert linux.medium(PurePosixPath("/home"), "", devices) is FIXED


DRIVES = {"C:\\": 3, "D:\\": 5, "E:\\": 2, "N:\\": 4, "R:\\": 6}


@pytest.mark.parametrize(
    ("folder", "lies_on"),
    [
        ("C:\\Users\\Ana", FIXED),
        ("C:/Users/Ana", FIXED),
        ("\\\\?\\C:\\Users\\Ana", FIXED),
        ("E:\\", REMOVABLE),
        ("\\\\?\\E:\\work", REMOVABLE),
        ("D:\\work", REMOVABLE),
        ("R:\\work", FIXED),
        ("N:\\team", NETWORK),
        ("\\\\server\\share\\team", NETWORK),
        ("//server/share", NETWORK),
        ("\\\\?\\UNC\\server\\share", NETWORK),
        ("X:\\", FIXED),
        ("relative", FIXED),
    ],
)
def test_on_windows_the_type_of_the_drive_decides_and_a_named_computer_is_the_network(
    folder: str, lies_on: Medium
) -> None:
    assert windows.medium(folder, lambda root: DRIVES.get(root, 1)) is lies_on


MOUNT = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
/dev/disk4s1 on /Volumes/STICK (one) (msdos, local, nodev, nosuid, noowners)
/dev/disk5s2 on /Volumes/Archive (apfs, local, nodev, nosuid, journaled, noowners)
/dev/disk6s1 on /Volumes/Second (apfs, local, journaled)
/dev/disk7s1 on /Volumes/Installer (hfs, local, nodev, nosuid, read-only)
//ana@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ana)
"""
ABOUT = {
    "/dev/disk4s1": {"BusProtocol": "USB", "Internal": False, "RemovableMedia": True},
    "/dev/disk5s2": {"BusProtocol": "USB", "Internal": False, "RemovableMedia": False},
    "/dev/disk6s1": {"BusProtocol": "PCI-Express", "Internal": True, "RemovableMedia": False},
    "/dev/disk7s1": {"BusProtocol": "Disk Image", "Internal": False, "RemovableMedia": True},
}


@pytest.mark.parametrize(
    ("folder", "lies_on"),
    [
        ("/Users/ana/Documents", FIXED),
        ("/System/Volumes/Data/Users/ana", FIXED),
        ("/Volumes/STICK (one)/work", REMOVABLE),
        ("/Volumes/Archive", REMOVABLE),
        ("/Volumes/Second", FIXED),
        ("/Volumes/Installer", FIXED),
        ("/Volumes/share/team", NETWORK),
    ],
)
def test_on_macos_what_is_not_local_is_the_network_and_what_is_not_inside_can_be_pulled_out(
    folder: str, lies_on: Medium
) -> None:
    assert macos.medium(PurePosixPath(folder), MOUNT, lambda device: plistlib.dumps(ABOUT[device])) is lies_on


def test_on_macos_an_answer_that_makes_no_sense_is_a_disk_of_this_computer() -> None:
    assert macos.medium(PurePosixPath("/Volumes/Archive"), MOUNT, lambda _: b"Could not find disk") is FIXED


def test_this_computer_says_what_a_folder_lies_on(tmp_path: Path) -> None:
    assert isinstance(medium_of(tmp_path), Medium)
