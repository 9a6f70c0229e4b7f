"""Indonesian, as recommendations are written in it: the bare verb, with "harus" or "perlu", or in the passive."""

from __future__ import annotations

import re
from typing import Final

from .lexicon import Lexicon, Phrases, words

_NUMBERS: Final = words("""
dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus setengah sepertiga seperempat separuh
""")
_UNITS: Final = words("""
hari minggu pekan bulan triwulan kuartal semester tahun dasawarsa jam sesi rapat pertemuan siklus anggaran
""")
_ROOTS: Final = words("""
adakan adopsi ajak ajukan akui alokasikan ambil anggarkan angkat atur bahas bangun bantu bawa bayar bentuk beri
berikan bina buat buka cabut cantumkan cari catat cetak ciptakan danai daftarkan dampingi dengarkan dirikan dukung
evaluasi gandakan ganti gunakan hapus hapuskan hentikan hitung integrasikan isi izinkan jadikan jadwalkan jamin
jalankan jelaskan kaji kembangkan kirim kirimkan konsultasikan kumpulkan kurangi laksanakan lakukan laporkan larang
latih libatkan lindungi luncurkan masukkan merevisi mulai muat naikkan nilai nyatakan olah pakai pantau pasang
pastikan pekerjakan penuhi perbarui perbaiki periksa perluas pertahankan pilih pisahkan prioritaskan publikasikan
ratifikasi rekrut reviu revisi rumuskan sahkan salurkan sampaikan sederhanakan sediakan selesaikan selenggarakan
serahkan sertakan setujui siapkan sisihkan susun tambah tambahkan tandatangani tanggapi tempatkan terapkan terbitkan
terima terjemahkan tetapkan tinjau tindak tugaskan tulis tunjuk tuangkan ubah uji umumkan undang usut wajibkan
""")
_OTHER_VERBS: Final = words("""
membuat membentuk membangun membayar membaca membahas membuka membantu mendanai mendukung mengadopsi menyusun menulis
menunjuk menjamin melatih melindungi memantau memberi memilih memuat mengatur mengkaji menilai mengundang mengirim
memiliki menjadi duduk ikut bertemu bekerja
dibuat dibentuk disusun ditulis diterbitkan dilatih dilindungi dibayar dibuka dikaji dipantau ditetapkan dipilih
""")


def _forms() -> frozenset[str]:
    """Roots as they command; what is built on them is known by its ending."""
    return frozenset({*_ROOTS, *_OTHER_VERBS, *(f"di{root}" for root in _ROOTS)})


INDONESIAN: Final = Lexicon(
    tag="id",
    common=words("""
    dan yang di untuk dengan dalam pada oleh dari ke ini itu para setiap tidak adalah akan harus perlu agar bagi sebagai
    kepada serta atau secara sebelum perempuan pemerintah lebih semua tentang antara oleh hendaknya paling sedikit
    masyarakat kementerian anggaran daerah rencana persen tahun
    """),
    calls=Phrases("""
    harus
    perlu
    wajib
    mesti
    hendaknya
    seharusnya
    sebaiknya
    seyogianya
    diharapkan
    diminta
    """),
    verbs=_forms(),
    shape=re.compile(r"me\w{3,}kan|me(?:m|n|ng|ny)\w{3,}i|di\w{3,}(?:kan|i)"),
    others=words("""
    menteri mengenai meskipun diskusi distribusi divisi dimensi disposisi diplomasi direksi dinasti disiplini
    """),
    participles=frozenset(),
    helpers=frozenset(),
    asks=words("meminta minta merekomendasikan mengimbau imbau mendesak desak mengajak"),
    nouns_too=words("nilai bentuk daftar latih evaluasi revisi adopsi uji catat mulai ganti isi tindak"),
    leads=words("setiap para semua satu seluruh dalam untuk pada di ke dari dengan yang"),
    before_nouns=words("para setiap semua seluruh satu di ke dari dengan dalam oleh tentang rencana hasil proses"),
    joins=words("dan serta lalu kemudian atau"),
    between=words("""
    segera juga tidak secara bersama langsung terbuka rutin berkala aktif teratur untuk agar lalu kemudian
    """),
    stops=words("yang agar supaya karena jika bila apabila ketika sehingga untuk guna"),
    vague=Phrases("""
    promosikan
    mempromosikan
    dorong
    mendorong
    upayakan
    mengupayakan
    pertimbangkan
    mempertimbangkan
    fasilitasi
    memfasilitasi
    sosialisasikan
    mensosialisasikan
    menyosialisasikan
    sosialisasi
    galakkan
    optimalkan
    mengoptimalkan
    peningkatan kapasitas
    penguatan kapasitas
    peningkatan kesadaran
    ambil langkah
    mengambil langkah
    memberi perhatian
    memperhatikan
    perhatikan
    """),
    vague_verbs=words("""
    perkuat memperkuat tingkatkan meningkatkan kembangkan mengembangkan dukung mendukung bangun membangun perdalam
    memperdalam maksimalkan memaksimalkan
    """),
    vague_objects=words("""
    kapasitas kesadaran kerja kerjasama kolaborasi koordinasi kemitraan upaya komitmen pemahaman dialog sinergi
    pemberdayaan ketahanan mekanisme partisipasi
    """),
    times=Phrases(
        """
    pada ~
    pada tahun ~
    tahun ~
    pada akhir
    sebelum ~
    sebelum tahun
    sebelum akhir
    sebelum disahkan
    sebelum ditetapkan
    sebelum rencana
    sebelum pengesahan
    sebelum anggaran
    sebelum setiap
    paling lambat
    selambat lambatnya
    dalam waktu # $
    dalam waktu satu $
    dalam # $
    dalam satu $
    selama # $
    hingga ~
    sampai ~
    mulai ~
    mulai tahun
    setiap $
    setiap # $
    tiap $
    per $
    sekali setahun
    setahun sekali
    dua kali setahun
    # kali setahun
    setiap tahun anggaran
    tahunan
    bulanan
    triwulanan
    segera
    tahun depan
    tahun ini
    bulan depan
    """,
        _NUMBERS,
        _UNITS,
    ),
    measures=Phrases(
        """
    persen
    # kali
    persentase
    paling sedikit
    sedikitnya
    sekurang kurangnya
    setidaknya
    minimal
    maksimal
    jumlah
    proporsi
    kuota
    indikator
    sepertiga
    setengah
    separuh
    """,
        _NUMBERS,
    ),
    numbers=_NUMBERS,
    titles=words("resolusi pasal ayat tujuan bab nomor no undang"),
)
"""What is read in Indonesian."""
