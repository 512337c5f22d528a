package id.capaian.kernel.health;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/**
 * Completes every line of ours by where it happened, takes numbers of persons out of it, and hands it to the container's
 * own handlers, so that where and how logs are written stays the operator's choice.
 */
final class LogLines extends Handler {

    /** NIP and NI PPPK have 18 digits, NIK 16. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)\\d{16,18}(?!\\d)");

    private final SimpleFormatter messages = new SimpleFormatter();
    private final Logger ours;
    private final Supplier<String> where;

    /**
     * @param ours  the logger whose lines, and those of its children, pass here
     * @param where what stands before each message
     */
    LogLines(Logger ours, Supplier<String> where) {
        this.ours = ours;
        this.where = where;
    }

    @Override
    public void publish(LogRecord record) {
        LogRecord line = new LogRecord(record.getLevel(), where.get() + ' ' + text(record));
        line.setLoggerName(record.getLoggerName());
        line.setInstant(record.getInstant());
        line.setSourceClassName(record.getSourceClassName());
        line.setSourceMethodName(record.getSourceMethodName());
        line.setLongThreadID(record.getLongThreadID());
        for (Handler handler : ours.getParent().getHandlers()) {
            handler.publish(line);
        }
    }

    /** Message and stack trace: exceptions of the database quote rows. */
    private String text(LogRecord record) {
        StringWriter text = new StringWriter().append(messages.formatMessage(record));
        if (record.getThrown() != null) {
            PrintWriter trace = new PrintWriter(text.append(System.lineSeparator()));
            record.getThrown().printStackTrace(trace);
            trace.flush();
        }
        return PERSONAL.matcher(text.toString()).replaceAll("…");
    }

    @Override
    public void flush() {
        for (Handler handler : ours.getParent().getHandlers()) {
            handler.flush();
        }
    }

    @Override
    public void close() {
        // The handlers behind belong to the container.
    }
}
