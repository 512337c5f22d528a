package id.capaian.registry.boundary;

import id.capaian.kernel.page.Shell;
import id.capaian.registry.control.OrderStep;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines the admin module writes of a step it has done: in English, as its command prints them. A page says them in its
 * own language, and with them the one reason of failing that an operator causes; a line that is not known here (a later
 * release's, or another reason) stays as it was written.
 */
public enum StepLine {
    ROLE_MADE("make role (\\S+) and let p_app take it"),
    SCHEMA_MADE("make schema (\\S+)"),
    REGISTERED("write (\\S+) into the registry"),
    PACKS_OFFERED("offer packs \\[(.*)]"),
    TABLES_MADE("migrate (\\S+) from none to (\\S+)"),
    MIGRATED("migrate (\\S+) from (\\S+) to (\\S+)"),
    RIGHTS_OF_ALL("set rights of (\\S+) on its tables"),
    RIGHTS_OF_MANY("set rights of (\\S+) on (\\d+) tables"),
    RIGHTS_OF_SOME("set rights of (\\S+) on (.+)"),
    PERIOD_MADE("make period (.+)"),
    STATE_ACTIVE("set state of (\\S+) to ACTIVE"),
    STATE_SUSPENDED("set state of (\\S+) to SUSPENDED"),
    PROVIDER_SET("set up its own identity provider"),
    PROVIDER_GONE("take away its own identity provider"),
    HOLIDAYS_SET("set calendar.holidays to .*"),
    SETTING_SET("set (\\S+) to (.*)"),
    ORGANIZATION_MADE("make or mend organization (\\S+)"),
    FIRST_ADMIN_MADE("make the first regional admin"),
    ACCOUNT_ELSEWHERE("an account of this user name belongs to another government, .*"),
    WALLS_PROVED("prove that (\\S+) is walled off"),
    SUSPENDED("suspend (\\S+)"),
    RESUMED("resume (\\S+)"),
    EXPORTED("export (\\S+)"),
    CLOSED("close (\\S+) for good"),
    ACCOUNTS_DELETED("delete accounts of no other tenant: (\\d+)"),
    ORGANIZATION_DELETED("delete organization (\\S+)"),
    TRACES_DELETED("delete jobs, requests and packs of (\\S+)"),
    FIGURES_DELETED("delete figures from the national statistics"),
    FILES_DELETED("delete the files of (\\S+)"),
    TABLES_DROPPED("drop the tables of (\\S+)"),
    SCHEMA_DROPPED("drop schema (\\S+)"),
    ROLE_DROPPED("drop role (\\S+)"),
    CODE_LEFT("leave nothing but the code in the registry"),
    UNREGISTERED("take (\\S+) out of the registry");

    private final Pattern written;

    StepLine(String written) {
        this.written = Pattern.compile(written);
    }

    /** What was said of a step, in lines and in the language of the page; null when nothing was. */
    public static String of(OrderStep step, Shell shell) {
        return step.said() == null ? null
                : step.said().lines().map(line -> of(line, shell)).collect(Collectors.joining("\n"));
    }

    private static String of(String line, Shell shell) {
        return Stream.of(values()).flatMap(known -> known.read(line)).findFirst()
                .map(found -> shell.t(found.key(), found.arguments())).orElse(line);
    }

    private record Found(String key, Object[] arguments) {
    }

    private Stream<Found> read(String line) {
        Matcher matcher = written.matcher(line);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        MatchResult parts = matcher.toMatchResult();
        return Stream.of(new Found("operator.said." + name(), IntStream.rangeClosed(1, parts.groupCount())
                .mapToObj(parts::group).toArray()));
    }
}
