package id.capaian.keycloak.signon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What must be remembered between sending somebody to Keycloak and getting them back.
 *
 * @param area      where they want to sign in
 * @param state     random value that ties Keycloak's answer to this browser
 * @param verifier  PKCE code verifier
 * @param returnTo  path on our host to go to afterwards, already checked
 * @param startedAt milliseconds since 1970
 */
record PendingSignIn(Area area, String state, String verifier, String returnTo, long startedAt) {

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        DataOutputStream data = new DataOutputStream(bytes);
        try {
            data.writeUTF(area.code());
            data.writeUTF(state);
            data.writeUTF(verifier);
            data.writeUTF(returnTo);
            data.writeLong(startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #toBytes} wrote; null when it was written by a release that wrote something else. */
    static PendingSignIn fromBytes(byte[] bytes) {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            return new PendingSignIn(Area.ofPageWord(data.readUTF()).orElseThrow(IllegalArgumentException::new),
                    data.readUTF(), data.readUTF(), data.readUTF(), data.readLong());
        } catch (IOException | IllegalArgumentException otherLayout) {
            return null;
        }
    }
}
