package id.capaian.progress;

import java.io.InputStream;

/** A file of evidence on its way out; the reader closes the content. */
public record EvidenceFile(String fileName, String mediaType, InputStream content) {
}
