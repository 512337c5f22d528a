package id.capaian.people.control;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is read: a few hundred bytes can unpack to gigabytes, or say that a row has
 * millions of cells. Every part is looked at, because any name may be a sheet's, and by the parser that reads it
 * afterwards.
 */
final class WorkbookParts {

    /** Columns of a sheet end at XFD. */
    static final int MOST_COLUMNS = 16_384;
    /** A hundred thousand rows of a staff list take about half of it. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long MOST_BYTES_TOGETHER = 256L * 1024 * 1024;
    /** Each row counted as wide as it reaches. */
    private static final long MOST_CELLS = 50_000_000;
    /** Most characters of a cell; to read a number written with many more takes minutes. */
    private static final int MOST_CHARACTERS = 32_767;
    private static final XMLInputFactory PARSERS = parsers();

    private long bytes;
    private long cells;
    private int width;
    private int value = -1;

    private WorkbookParts() {
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Refuses a workbook that nobody could read.
     *
     * @throws ProblemException {@link Problem#BODY_TOO_LARGE} when it unpacks to more than people make;
     *                          {@link Problem#UNSUPPORTED_FORMAT} for cells that no spreadsheet has
     */
    static void refuseExhausting(byte[] file) throws IOException {
        var parts = new WorkbookParts();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = parts.new Counted(zip.getInputStream(entry))) {
                    parts.lookThrough(content);
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private void lookThrough(InputStream content) throws IOException {
        width = 0;
        value = -1;
        try {
            XMLStreamReader part = PARSERS.createXMLStreamReader(content);
            while (part.hasNext()) {
                look(part, part.next());
            }
            part.close();
        } catch (XMLStreamException e) {
            // A picture, or a part in which the reader of the workbook gets no further either: its bytes count still.
            value = -1;
        }
    }

    private void look(XMLStreamReader part, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            begin(part.getLocalName(), part.getAttributeValue(null, "r"));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            value = -1;
        } else if (value >= 0 && event == XMLStreamConstants.CHARACTERS) {
            value += part.getTextLength();
            if (value > MOST_CHARACTERS) {
                throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
            }
        }
    }

    private void begin(String element, String reference) {
        switch (element) {
            case "row" -> width = 0;
            case "c" -> widen(reference == null ? width + 1 : column(reference));
            case "v" -> value = 0;
            default -> {
                // Not read, or no more than its bytes.
            }
        }
    }

    private void widen(int column) {
        if (column > MOST_COLUMNS) {
            throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
        }
        cells += Math.max(1, column - width);
        width = Math.max(width, column);
        if (cells > MOST_CELLS) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
    }

    /** Number of the column that a reference like {@code AB12} names, from 1; beyond the last one for what is none. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
            char letter = Character.toUpperCase(reference.charAt(i));
            if (letter < 'A' || letter > 'Z') {
                return column;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    /** Counts what a part unpacks to. */
    private final class Counted extends FilterInputStream {

        private long own;

        Counted(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int read = super.read(buffer, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            own += read;
            bytes += read;
            if (own > MOST_BYTES || bytes > MOST_BYTES_TOGETHER) {
                throw new ProblemException(Problem.BODY_TOO_LARGE);
            }
        }
    }
}
