package id.capaian.keycloak.signon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What the sealed cookie holds. There is no session on the server: any node answers from this.
 *
 * @param area         the area it is good for
 * @param subject      Keycloak's subject
 * @param displayName  name to be shown
 * @param employeeId   employee behind the account; may be null
 * @param roles        roles in the area, as read at the last refresh
 * @param sessionId    Keycloak's session id
 * @param signedInAt   when the person signed in, milliseconds since 1970
 * @param accessUntil  when the roles must be read again and the refresh token used, milliseconds since 1970
 * @param lastGood     when Keycloak last confirmed the session, milliseconds since 1970
 * @param refreshToken Keycloak's refresh token
 */
record Session(Area area, String subject, String displayName, UUID employeeId, Set<String> roles, String sessionId,
               long signedInAt, long accessUntil, long lastGood, String refreshToken) {

    private static final byte PLAIN = 1;
    private static final byte DEFLATED = 2;
    /** Up to this many bytes a cookie stays well below the browsers' 4,096, and compressing would only cost time. */
    private static final int COMPRESS_FROM = 2_400;

    SignedOn toSignedOn() {
        return new SignedOn(subject, displayName, area, employeeId, roles, sessionId, Kind.PERSON);
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_400);
        bytes.write(PLAIN);
        write(bytes);
        if (bytes.size() <= COMPRESS_FROM) {
            return bytes.toByteArray();
        }
        ByteArrayOutputStream smaller = new ByteArrayOutputStream(COMPRESS_FROM);
        smaller.write(DEFLATED);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (OutputStream out = new DeflaterOutputStream(smaller, deflater)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return smaller.toByteArray();
    }

    /** Reads what {@link #toBytes} wrote; null when it was written by a release that wrote something else. */
    static Session fromBytes(byte[] bytes) {
        InputStream content = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
        try {
            return switch (bytes[0]) {
                case PLAIN -> read(new DataInputStream(content));
                case DEFLATED -> read(new DataInputStream(
                        new InflaterInputStream(content, new Inflater(true))));
                default -> null;
            };
        } catch (IOException | IllegalArgumentException otherLayout) {
            return null;
        }
    }

    private void write(OutputStream out) {
        DataOutputStream data = new DataOutputStream(out);
        try {
            data.writeUTF(area.code());
            data.writeUTF(subject);
            data.writeUTF(displayName);
            data.writeBoolean(employeeId != null);
            if (employeeId != null) {
                data.writeLong(employeeId.getMostSignificantBits());
                data.writeLong(employeeId.getLeastSignificantBits());
            }
            data.writeByte(roles.size());
            for (String role : roles) {
                data.writeUTF(role);
            }
            data.writeUTF(sessionId);
            data.writeLong(signedInAt);
            data.writeLong(accessUntil);
            data.writeLong(lastGood);
            data.writeUTF(refreshToken);
            data.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Session read(DataInputStream data) throws IOException {
        Area area = Area.ofPageWord(data.readUTF()).orElseThrow(IllegalArgumentException::new);
        String subject = data.readUTF();
        String displayName = data.readUTF();
        UUID employeeId = data.readBoolean() ? new UUID(data.readLong(), data.readLong()) : null;
        Set<String> roles = new HashSet<>();
        for (int i = data.readUnsignedByte(); i > 0; i--) {
            roles.add(data.readUTF());
        }
        return new Session(area, subject, displayName, employeeId, Set.copyOf(roles), data.readUTF(),
                data.readLong(), data.readLong(), data.readLong(), data.readUTF());
    }

    /** Subject and area only: the rest is secret or personal. */
    @Override
    public String toString() {
        return subject + "@" + area.code();
    }
}
