package id.capaian.kernel.files;

/**
 * A file that was taken in.
 *
 * @param key    under which {@link FileStore#open} finds it, within the same tenant
 * @param size   bytes, more than 0
 * @param sha256 of the content, lower-case hex
 * @param kind   as the content says
 */
public record Stored(String key, long size, String sha256, FileKind kind) {
}
