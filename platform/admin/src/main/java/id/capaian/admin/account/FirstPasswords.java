package id.capaian.admin.account;

import id.capaian.admin.AdminException;
import id.capaian.keycloak.admin.FirstPassword;
import id.capaian.keycloak.admin.PreparedPassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * First passwords of new accounts: one for all in a demonstration, a letter to be printed for each in earnest, or none,
 * and then the person asks Keycloak for one by mail.
 */
public final class FirstPasswords {

    /** Without letters and digits that look alike on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final FirstPassword shared;
    private final Path letters;
    private final SecureRandom random = new SecureRandom();

    private FirstPasswords(FirstPassword shared, Path letters) {
        this.shared = shared;
        this.letters = letters;
    }

    /** No password: accounts that are made wait for one. */
    public static FirstPasswords none() {
        return new FirstPasswords(null, null);
    }

    /** The same lasting password for every account; for demonstrations only. */
    public static FirstPasswords demo(String password) {
        return new FirstPasswords(PreparedPassword.of(password), null);
    }

    /**
     * A random password a person, to be changed at first use, in a text file of its own.
     *
     * @param folder where the letters go, readable by the caller alone; made when missing
     */
    public static FirstPasswords letters(Path folder) {
        return new FirstPasswords(null, folder);
    }

    /**
     * The password for a new account; writes the letter.
     *
     * @return null when accounts get none
     */
    public FirstPassword forAccount(String tenant, String username, String name) {
        if (letters == null) {
            return shared;
        }
        String password = newPassword();
        write(tenant, username, """
                Kepada Yth. %s

                Akun Capaian Anda telah dibuat.
                Nama pengguna   : %s
                Kata sandi awal : %s
                Kata sandi ini wajib diganti saat pertama kali masuk.

                Your Capaian account is ready. Sign in with the user name and the first password above;
                you will be asked to choose another one.
                """.formatted(name, username, password));
        return FirstPassword.temporary(password);
    }

    private void write(String tenant, String username, String text) {
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(letters, mine);
            Path letter = letters.resolve(tenant + "-" + username.replaceAll("[^A-Za-z0-9.-]", "_") + ".txt");
            Files.deleteIfExists(letter);
            Files.createFile(letter,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(letter, text);
        } catch (IOException e) {
            throw new AdminException("Cannot write a letter into " + letters + ": " + e.getMessage(), e);
        }
    }

    private String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
