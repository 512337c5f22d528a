package id.capaian.local;

/**
 * Something stands in the way that a person can put right. The message is one sentence for that person; a launcher
 * prints it without a stack trace.
 */
public final class LocalException extends RuntimeException {

    /** @param sentence what is wrong and what to do about it */
    public LocalException(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong and what to do about it
     * @param cause where it was noticed
     */
    public LocalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
