package id.capaian.plugin.engine;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the compiler of expressions says, for people who write formulas and not programs. */
final class CelIssues {

    private static final Pattern UNKNOWN_NAME = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern LONG_NUMBER = Pattern.compile("For input string: \"([^\"]*)\".*", Pattern.DOTALL);
    private static final String CANDIDATES = " (candidates:";

    private CelIssues() {
    }

    /** What is wrong, and at which character of the expression, counted from 1. */
    static String what(CelIssue issue) {
        String message = issue.getMessage().strip();
        Matcher unknown = UNKNOWN_NAME.matcher(message);
        Matcher number = LONG_NUMBER.matcher(message);
        if (unknown.matches()) {
            message = "unknown name " + unknown.group(1);
        } else if (number.matches()) {
            message = "cannot read the number " + number.group(1);
        } else if (message.contains(CANDIDATES)) {
            message = message.substring(0, message.indexOf(CANDIDATES));
        }
        int column = issue.getSourceLocation().getColumn();
        return column < 0 ? message : message + " (character " + (column + 1) + ")";
    }

    static String remedy(CelIssue issue) {
        String message = issue.getMessage();
        if (message.contains("no matching overload")) {
            return "arithmetic is for decimals only: write dec(10) / 4, compare with >= and <=";
        }
        if (message.contains("For input string")) {
            return "write a number people can read";
        }
        if (message.contains("input '") || message.contains("token recognition")) {
            return "correct the syntax";
        }
        if (message.contains("exceeds limit") || message.contains("limit exceeded")) {
            return "split it into named steps";
        }
        return "name a step made before, or one of c[code], v[code], m[value], p[parameter], f[fact]";
    }

    static String typeName(CelType type) {
        return type.equals(SimpleType.BOOL) ? "true or false" : "a " + type.name();
    }
}
