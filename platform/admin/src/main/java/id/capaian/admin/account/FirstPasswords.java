package id.capaian.admin.account;

import id.capaian.keycloak.admin.FirstPassword;
import id.capaian.keycloak.admin.PreparedPassword;

/**
 * How people come by the first password of a new account: one for all in a demonstration; in earnest a random one a
 * person, by mail or printed letter, see {@link Invitations}; or not in this run, and then the news waits for a run
 * that can deliver it.
 */
public final class FirstPasswords {

    private final FirstPassword shared;
    private final Mailer mailer;
    private final Letters letters;

    private FirstPasswords(FirstPassword shared, Mailer mailer, Letters letters) {
        this.shared = shared;
        this.mailer = mailer;
        this.letters = letters;
    }

    /** Nobody is told of an account in this run. */
    public static FirstPasswords none() {
        return told(null, null);
    }

    /** The same lasting password for every account; for demonstrations only. */
    public static FirstPasswords demo(String password) {
        return demo(password, null);
    }

    /**
     * The same, but for those with an address.
     *
     * @param mailer sends them a random one, as in earnest; null: they get the same, too
     */
    public static FirstPasswords demo(String password, Mailer mailer) {
        return new FirstPasswords(PreparedPassword.of(password), mailer, null);
    }

    /**
     * A random password a person, to be changed at first use: by mail to whoever has an address, by letter to the
     * others.
     *
     * @param mailer  null: everybody gets a letter
     * @param letters null: who has no address goes on waiting
     */
    public static FirstPasswords told(Mailer mailer, Letters letters) {
        return new FirstPasswords(null, mailer, letters);
    }

    /**
     * Whether whoever gets an account is to be told of it, in this run or a later one.
     *
     * @param email null when the person has no address
     */
    public boolean invites(String email) {
        return shared == null || mailer != null && email != null && !email.isBlank();
    }

    /** Whether this run can tell anybody. */
    public boolean delivers() {
        return mailer != null || letters != null;
    }

    /** The password an account is made with; null when it gets one only as its owner is told. */
    FirstPassword atOnce(String email) {
        return invites(email) ? null : shared;
    }

    /** Null when no mail is sent in this run. */
    Mailer mailer() {
        return mailer;
    }

    /** Null when no letter is printed in this run. */
    Letters letters() {
        return letters;
    }
}
