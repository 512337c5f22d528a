package id.capaian.admin.order;

import id.capaian.admin.AdminException;
import id.capaian.admin.Failure;
import id.capaian.admin.account.TenantAccounts;
import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.KeycloakUnavailable;
import java.sql.SQLException;

/**
 * What an operator is told of an order that failed, in Indonesian and English.
 *
 * @param failure what happened
 * @param advice what to do
 */
record Remedy(String failure, String advice) {

    private static final String OR_TAKE_BACK = " Pemerintah daerah yang belum pernah dilayani dapat ditarik kembali."
            + " / A government that was never served can be taken back.";

    /** Without long numbers: a NIP or NIK has no place in a log or in a history that stays. */
    static String withoutNumbers(String text) {
        return text.replaceAll("\\d{16,}", "…");
    }

    /** The most helpful words for what was thrown. */
    static Remedy of(Exception thrown) {
        String told = withoutNumbers(Failure.told(thrown));
        Throwable reason = reason(thrown);
        if (reason instanceof KeycloakUnavailable) {
            return new Remedy("Keycloak tidak dapat dihubungi. / Keycloak cannot be reached. (" + told + ")",
                    "Tunggu sampai Keycloak menjawab lagi, lalu coba lagi."
                            + " / Wait until Keycloak answers again, then try again.");
        }
        if (reason instanceof KeycloakRefused) {
            return new Remedy("Keycloak menolak. / Keycloak refused. (" + told + ")",
                    "Perbaiki sebabnya di Keycloak, lalu coba lagi."
                            + " / Put right in Keycloak what it names, then try again." + OR_TAKE_BACK);
        }
        if (reason instanceof TenantAccounts.Foreign) {
            return new Remedy("Nama pengguna admin pertama sudah dipakai akun pemerintah daerah lain atau operator"
                    + " platform. / The first admin's user name is taken by an account of another government or of"
                    + " whoever runs the platform.",
                    "Bila orangnya sama, pindahkan akunnya dengan `account adopt`, lalu coba lagi; bila bukan, tarik"
                            + " kembali pemerintah daerah ini dan buka lagi dengan nama pengguna lain. / When it is"
                            + " the same person, hand the account over with `account adopt`, then try again; otherwise"
                            + " take this government back and open it with another user name.");
        }
        if (reason instanceof SQLException) {
            return new Remedy("Basis data menolak. / The database refused. (" + told + ")",
                    "Coba lagi; bila gagal lagi, serahkan pesan ini kepada operator platform."
                            + " / Try again; if it fails again, hand this message to whoever runs the platform.");
        }
        if (thrown instanceof AdminException) {
            return new Remedy("Tidak dapat dilaksanakan: / Cannot be done: " + told,
                    "Perbaiki yang disebut pesan ini, lalu coba lagi."
                            + " / Put right what the message names, then try again." + OR_TAKE_BACK);
        }
        return new Remedy("Terjadi kesalahan yang tidak terduga. / Something unforeseen happened. (" + told + ")",
                "Coba lagi; bila gagal lagi, serahkan pesan ini kepada operator platform."
                        + " / Try again; if it fails again, hand this message to whoever runs the platform.");
    }

    /** Whether the database went away: nothing is wrong with the order, it is taken up again. */
    static boolean isBrokenConnection(Exception thrown) {
        return reason(thrown) instanceof SQLException e && e.getSQLState() != null
                && (e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57P"));
    }

    private static Throwable reason(Throwable thrown) {
        Throwable reason = thrown;
        while (reason instanceof AdminException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }
}
