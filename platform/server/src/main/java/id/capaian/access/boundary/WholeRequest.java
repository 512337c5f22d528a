package id.capaian.access.boundary;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A request with a small body that came later than its headers: received into memory, so that nobody who works on it
 * waits for a slow line. Its body is read as a stream and in no other way.
 */
final class WholeRequest extends HttpServletRequestWrapper {

    /** What is larger, or says no length, is a file and read as it comes. */
    private static final int SMALL_BYTES = 256 * 1024;

    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    /** For all of the body; somebody who sends a byte now and then would hold a place for ever. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private ServletInputStream received;

    WholeRequest(HttpServletRequest request) {
        super(request);
    }

    /** Whether the body is too large to be kept in memory, or may be. */
    static boolean isLarge(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > SMALL_BYTES || saysNoLength(request);
    }

    /** Whether all of a body that is not large is here, as most are with the headers; also when there is none. */
    static boolean isHere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return !isLarge(request) && (length <= 0 || request.getInputStream().available() >= length);
    }

    private static boolean saysNoLength(HttpServletRequest request) {
        return request.getContentLengthLong() < 0 && request.getHeader(TRANSFER_ENCODING) != null;
    }

    /** Waits for the body. When it breaks off or takes too long, who reads it is told, as of any other body. */
    void receive() {
        long end = System.nanoTime() + LONGEST.toNanos();
        byte[] all = new byte[(int) getContentLengthLong()];
        try {
            InputStream in = super.getInputStream();
            for (int at = 0; at < all.length;) {
                int read = System.nanoTime() > end ? -1 : in.read(all, at, all.length - at);
                if (read < 0) {
                    throw new EOFException("the body broke off, or came too slowly");
                }
                at += read;
            }
            received = new Received(all, null);
        } catch (IOException e) {
            received = new Received(new byte[0], e);
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        return received;
    }

    private static final class Received extends ServletInputStream {

        private final ByteArrayInputStream bytes;
        private final IOException lost;

        Received(byte[] body, IOException lost) {
            bytes = new ByteArrayInputStream(body);
            this.lost = lost;
        }

        @Override
        public int read() throws IOException {
            check();
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            check();
            return bytes.read(buffer, offset, length);
        }

        private void check() throws IOException {
            if (lost != null) {
                throw lost;
            }
        }

        /** Of a body that was lost one, or Jersey would look for the first byte before anybody can be told. */
        @Override
        public int available() {
            return lost == null ? bytes.available() : 1;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Everything is here: read it");
        }
    }
}
