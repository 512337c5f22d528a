package id.capaian.load;

import id.capaian.local.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one request really sends to PostgreSQL, out of PostgreSQL's own log. Lines begin with the process number. */
final class StatementLog {

    /** Value of {@code log_line_prefix} this class reads. */
    static final String PREFIX = "%p,";

    private static final Pattern LINE = Pattern.compile("^(\\d+),(LOG|DETAIL): {2}(.*)$", Pattern.DOTALL);
    private static final Pattern EXECUTE = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");
    private static final long PATIENCE_MILLIS = 700;

    private final EmbeddedPostgres database;
    private final Path log;

    /** @param log PostgreSQL's log file */
    StatementLog(EmbeddedPostgres database, Path log) {
        this.database = database;
        this.log = log;
    }

    /** A statement with its parameters by number, from 1; an absent value is null. */
    record Sent(String sql, Map<Integer, String> parameters) {
    }

    /** Something that sends one request. */
    interface Sending {
        void send() throws IOException;
    }

    /**
     * The statements between begin and commit, both left out, of each transaction a request ran in.
     *
     * @param schema schema of the tenant the request is for, by which its transactions are known
     */
    List<List<Sent>> of(String schema, Sending request) throws SQLException, IOException, InterruptedException {
        set("alter system set log_statement = 'all'");
        long from;
        String text;
        try {
            from = log.toFile().length();
            request.send();
        } finally {
            set("alter system reset log_statement");
        }
        text = since(from);
        List<List<Sent>> own = transactions(text).stream()
                .filter(one -> one.stream().anyMatch(sent -> sent.sql().contains(schema + "."))).toList();
        if (own.isEmpty()) {
            throw new IllegalStateException("PostgreSQL's log shows no transaction in " + schema + ": " + text);
        }
        return own;
    }

    private void set(String setting) throws SQLException, InterruptedException {
        try (Connection connection = database.connect("postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(PATIENCE_MILLIS);
    }

    private String since(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Committed transactions of all backends. */
    static List<List<Sent>> transactions(String text) {
        Map<String, List<Sent>> open = new TreeMap<>();
        List<List<Sent>> done = new ArrayList<>();
        for (String entry : text.split("\n(?=\\d+,)")) {
            Matcher line = LINE.matcher(entry.strip());
            if (line.matches()) {
                take(line.group(1), line.group(2).equals("DETAIL"), line.group(3), open, done);
            }
        }
        return done;
    }

    private static void take(String backend, boolean detail, String text, Map<String, List<Sent>> open,
            List<List<Sent>> done) {
        List<Sent> sent = open.get(backend);
        Matcher execute = EXECUTE.matcher(text);
        if (detail && sent != null && !sent.isEmpty()) {
            Matcher parameter = PARAMETER.matcher(text);
            while (parameter.find()) {
                String value = parameter.group(3);
                sent.get(sent.size() - 1).parameters().put(Integer.parseInt(parameter.group(1)),
                        value == null ? null : value.replace("''", "'"));
            }
        } else if (!detail && execute.matches()) {
            String sql = execute.group(1).replace("\n\t", "\n").strip();
            switch (sql) {
                case "BEGIN" -> open.put(backend, new ArrayList<>());
                case "COMMIT" -> {
                    if (sent != null) {
                        done.add(sent);
                        open.remove(backend);
                    }
                }
                default -> {
                    if (sent != null) {
                        sent.add(new Sent(sql, new LinkedHashMap<>()));
                    }
                }
            }
        }
    }
}
