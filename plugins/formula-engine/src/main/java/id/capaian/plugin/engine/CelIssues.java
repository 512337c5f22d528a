package id.capaian.plugin.engine;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the compiler of expressions says, for people who write formulas and not programs. */
final class CelIssues {

    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile("_(\\W+)_");
    private static final Pattern LONG_NUMBER = Pattern.compile("For input string: \"([^\"]*)\".*", Pattern.DOTALL);
    private static final String CANDIDATES = " (candidates:";
    private static final String CHOICE = "'_?_:_'";

    private CelIssues() {
    }

    /**
     * What is wrong, and at which character of the expression, counted from 1.
     *
     * @param source the expression
     */
    static String what(CelIssue issue, String source) {
        String message = issue.getMessage().strip();
        Matcher unknown = UNKNOWN.matcher(message);
        Matcher number = LONG_NUMBER.matcher(message);
        if (unknown.matches()) {
            Matcher operator = OPERATOR.matcher(unknown.group(1));
            message = operator.matches() ? "there is no " + operator.group(1)
                    : "unknown " + (isCalled(issue, source) ? "function " : "name ") + unknown.group(1);
        } else if (number.matches()) {
            message = "cannot read the number " + number.group(1);
        } else if (message.contains(CANDIDATES)) {
            message = message.substring(0, message.indexOf(CANDIDATES));
        }
        int column = issue.getSourceLocation().getColumn();
        return column < 0 ? message : message + " (character " + (column + 1) + ")";
    }

    /** What to do about it. */
    static String remedy(CelIssue issue, String source) {
        String message = issue.getMessage();
        if (message.contains("no matching overload")) {
            return message.contains(CHOICE) ? "write both sides of ? … : … in one kind: beside a decimal, dec(0) for 0"
                    : "arithmetic is for decimals only: write dec(10) / 4, compare with >= and <=";
        }
        if (message.contains("For input string")) {
            return "write a number people can read";
        }
        if (message.contains("reserved identifier")) {
            return "use another word; a choice is written NH > 90 ? … : …";
        }
        if (message.contains("input '") || message.contains("token recognition")) {
            return "correct the syntax";
        }
        if (message.contains("exceeds limit") || message.contains("limit exceeded")) {
            return "split it into named steps";
        }
        return unknown(issue, source);
    }

    private static String unknown(CelIssue issue, String source) {
        Matcher unknown = UNKNOWN.matcher(issue.getMessage().strip());
        if (unknown.matches() && OPERATOR.matcher(unknown.group(1)).matches()) {
            return "calculate with + - * /, compare with < <= > >=";
        }
        return isCalled(issue, source)
                ? "use min, max, dec, round or achieve, [a, b].sum(), [a, b].avg(), c.exists(k, …), c.all(k, …)"
                : "name a step made before, or one of c[code], v[code], m[value], p[parameter], f[fact]";
    }

    /** Where a function is unknown the compiler points at its bracket. */
    private static boolean isCalled(CelIssue issue, String source) {
        int column = issue.getSourceLocation().getColumn();
        return column >= 0 && column < source.length() && source.charAt(column) == '(';
    }

    static String typeName(CelType type) {
        return type.equals(SimpleType.BOOL) ? "true or false" : "a " + type.name();
    }
}
