package id.capaian.admin.account;

/**
 * What a person is told of a new account, Indonesian first. It holds a password: never to be logged or stored.
 *
 * @param government name of the tenant
 * @param address    where to sign in
 * @param name       the person's, with titles
 * @param username   NIP, NI PPPK or the name of an office account
 * @param password   first password, to be changed at first use
 */
record Invitation(String government, String address, String name, String username, String password) {

    /** One line, without any number of the person. */
    String subject() {
        return "Akun Capaian Anda, " + government.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The mail. */
    String text() {
        return """
                Yth. %s

                Akun Capaian Anda di %s telah dibuat.

                Alamat          : %s
                Nama pengguna   : %s
                Kata sandi awal : %s

                Kata sandi ini hanya untuk masuk pertama kali; Anda akan diminta menggantinya. Jika Anda menerima
                lebih dari satu surat seperti ini, yang terakhir yang berlaku. Jangan teruskan surat ini.

                Jika Anda tidak merasa berhak atas akun ini, jangan memakainya; beri tahu bagian kepegawaian %s, lalu
                hapus surat ini.

                --

                Your Capaian account at %s is ready. Sign in at the address above with the user name (Nama pengguna)
                and the first password (Kata sandi awal); you will be asked to choose another one. When you got more
                than one such mail, the last one counts. Do not forward it.

                If you did not expect this account, do not use it: tell the personnel office of %s and delete this
                mail.
                """.formatted(name, government, address, username, password, government, government, government);
    }

    /** A page of a printed letter. */
    String page() {
        return """
                <section>
                <h1>%s</h1>
                <p>Kepada Yth.<br><strong>%s</strong></p>
                <p>Akun Capaian Anda telah dibuat.</p>
                <table>
                <tr><th>Alamat</th><td>%s</td></tr>
                <tr><th>Nama pengguna</th><td><code>%s</code></td></tr>
                <tr><th>Kata sandi awal</th><td><code>%s</code></td></tr>
                </table>
                <p>Kata sandi ini wajib diganti saat pertama kali masuk. Jika Anda menerima lebih dari satu surat
                seperti ini, yang terakhir yang berlaku. Jika Anda tidak merasa berhak atas akun ini, kembalikan surat
                ini kepada bagian kepegawaian.</p>
                <p lang="en">Your Capaian account is ready. Sign in at the address above with the user name and the
                first password; you will be asked to choose another one. When you got more than one such letter, the last one
                counts. If you did not expect this account, return this letter to the personnel office.</p>
                </section>
                """.formatted(escaped(government), escaped(name), escaped(address), escaped(username),
                escaped(password));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Invitation[…]";
    }
}
