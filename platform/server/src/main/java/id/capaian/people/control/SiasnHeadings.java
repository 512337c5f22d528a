package id.capaian.people.control;

import java.util.Set;

/**
 * Headings of exports that are known and not read: counters, and columns of the national personnel application that no
 * file here needs (domain.md 14.2). Some look like ours and mean something else: {@code NIP LAMA} has nine digits,
 * {@code jenisJabatan} of a placement is the group of the post and not how it is held.
 */
final class SiasnHeadings {

    /** As {@link Headings#key} writes them. */
    static final Set<String> UNUSED = Set.of(
            "no", "nomor", "nourut", "nomorurut", "urut", "keterangan", "catatan", "kesalahan",
            "pnsid", "niplama", "nik", "npwp", "npwpnomor", "bpjs", "nomorbpjs", "alamat", "emailgov",
            "tempatlahir", "tempatlahirid", "tempatlahirnama", "agama", "agamaid", "agamanama",
            "jeniskawinid", "jeniskawinnama", "statusperkawinan", "jenispegawaiid", "jenispegawainama",
            "kedudukanhukumnama", "kartuasnvirtual", "kartupegawai", "nomorskcpns", "tanggalskcpns", "tmtcpns",
            "nomorskpns", "tanggalskpns", "tmtpns", "golawalid", "golawalnama", "golakhirid", "tmtgolongan",
            "mktahun", "mkbulan", "jenisjabatanid", "jenisjabatannama", "jenisjabatan", "jabatanid", "jabatannama",
            "jabatan", "namajabatan", "tmtjabatan", "tingkatpendidikanid", "tingkatpendidikannama", "pendidikanid",
            "pendidikannama", "tahunlulus", "kpknid", "kpknnama", "lokasikerjaid", "lokasikerjanama", "unorid",
            "unornama", "unorindukid", "unorinduknama", "namaunor", "unitkerja", "instansiindukid", "instansiinduknama",
            "instansikerjaid", "instansikerjanama", "satuankerjaid", "satuankerjanama", "satuankerjakerjaid",
            "satuankerjakerjanama", "flagikd", "eselonid", "eselon", "eselonlevel", "cepatkode", "kodecepat");

    private SiasnHeadings() {
    }
}
