package id.capaian.extension.fuel;

import id.capaian.extension.PackFault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What rewritten classes of packs call; nobody else does. Each hook takes from the {@link Tank} of the thread, or ends
 * the call. Null passes: what it means is the business of the call that follows.
 */
public final class Fuel {

    /** Digits, scale, exponent: three times what DECIMAL128 would need for ten factors multiplied out. */
    static final int MOST_DIGITS = 1_000;
    private static final int MOST_BITS = 3_400;
    private static final int USUAL_DIGITS = 40;
    /** Elements a container may be made for in one act. */
    private static final int MOST_ELEMENTS = 1_000_000;
    private static final int REFERENCE = 8;

    private Fuel() {
    }

    /** A method is entered, or a loop goes round. */
    public static void step() {
        Tank.current().step();
    }

    /** An array will be made; {@code width} is the size of an element in bytes. */
    public static void array(int length, int width) {
        array((long) length, width);
    }

    /** As {@link #array(int, int)}, of several dimensions multiplied. */
    public static void array(long elements, int width) {
        Tank.current().reserve(times(elements, width));
    }

    /** Product of sizes, never too small. */
    public static long times(long size, int factor) {
        return size <= 0 || factor <= 0 ? 0 : size > Long.MAX_VALUE / factor ? Long.MAX_VALUE : size * factor;
    }

    /** A container will be made for so many elements. */
    public static int size(int elements) {
        if (elements > MOST_ELEMENTS) {
            Tank.current().fail(PackFault.Kind.MEMORY);
        }
        Tank.current().touch(times(elements, REFERENCE));
        return elements;
    }

    /** Something was copied that may be large. */
    public static void grown() {
        Tank.current().look();
    }

    /** A text was made. */
    public static String text(String made) {
        if (made != null) {
            Tank.current().made(made.length());
        }
        return made;
    }

    /** A text was made longer. */
    public static StringBuilder text(StringBuilder made) {
        Tank.current().made(made.length());
        return made;
    }

    /** Something will be part of a text. */
    public static void shown(Object part) {
        Shown.look(part, Tank.current());
    }

    /** A number will be calculated with. */
    public static BigDecimal number(BigDecimal number) {
        if (number != null) {
            int digits = number.precision();
            int scale = number.scale();
            if (digits > USUAL_DIGITS || scale > USUAL_DIGITS || scale < -USUAL_DIGITS) {
                large(digits <= MOST_DIGITS && scale <= MOST_DIGITS && scale >= -MOST_DIGITS);
            }
        }
        return number;
    }

    /** A whole number will be calculated with. */
    public static BigInteger number(BigInteger number) {
        if (number != null && number.bitLength() > Long.SIZE) {
            large(number.bitLength() <= MOST_BITS);
        }
        return number;
    }

    /** A result will be made so precise; 0 is as precise as its operands. */
    public static MathContext precision(MathContext precision) {
        if (precision != null && precision.getPrecision() > MOST_DIGITS) {
            large(false);
        }
        return precision;
    }

    /** A scale, power or shift. */
    public static int power(int power) {
        if (power > MOST_DIGITS || power < -MOST_DIGITS) {
            large(false);
        }
        return power;
    }

    /** A number will be read. */
    public static String digits(String digits) {
        if (digits != null && digits.length() > MOST_DIGITS) {
            large(false);
        }
        return digits;
    }

    /** A number will be read. */
    public static char[] digits(char[] digits) {
        if (digits != null && digits.length > MOST_DIGITS) {
            large(false);
        }
        return digits;
    }

    /** Large numbers take long, so the deadline is looked at each time. */
    private static void large(boolean allowed) {
        if (!allowed) {
            Tank.current().fail(PackFault.Kind.NUMBER);
        }
        Tank.current().look();
    }

    /** A pattern will look at a text. */
    public static CharSequence counted(CharSequence text) {
        return text == null ? null : new Counted(text, Tank.current());
    }

    /** Elements of a stream, which may be without end; each is a step. */
    public static <T> Stream<T> counted(Stream<T> source) {
        return source == null ? null : source.peek(element -> step());
    }

    /** As {@link #counted(Stream)}. */
    public static IntStream counted(IntStream source) {
        return source == null ? null : source.peek(element -> step());
    }

    /** As {@link #counted(Stream)}. */
    public static LongStream counted(LongStream source) {
        return source == null ? null : source.peek(element -> step());
    }

    /** As {@link #counted(Stream)}. */
    public static DoubleStream counted(DoubleStream source) {
        return source == null ? null : source.peek(element -> step());
    }

    /** {@link String#join(CharSequence, CharSequence...)}. */
    public static String join(CharSequence between, CharSequence[] parts) {
        return join(between, Arrays.asList(parts));
    }

    /** {@link String#join(CharSequence, Iterable)}. */
    public static String join(CharSequence between, Iterable<? extends CharSequence> parts) {
        Joined joined = new Joined(between, "", "");
        for (CharSequence part : parts) {
            joined.add(part);
        }
        return joined.text();
    }

    /** {@link Collectors#joining()}. */
    public static Collector<CharSequence, ?, String> joining() {
        return joining("");
    }

    /** {@link Collectors#joining(CharSequence)}. */
    public static Collector<CharSequence, ?, String> joining(CharSequence between) {
        return joining(between, "", "");
    }

    /** {@link Collectors#joining(CharSequence, CharSequence, CharSequence)}. */
    public static Collector<CharSequence, ?, String> joining(CharSequence between, CharSequence before,
            CharSequence after) {
        return Collector.of(() -> new Joined(between, before, after), Joined::add, Joined::addAll, Joined::text);
    }

    /** {@link String#repeat}. */
    public static String repeat(String text, int times) {
        Tank.current().reserve(times(text.length(), times));
        return text.repeat(times);
    }

    /** {@link String#replace(CharSequence, CharSequence)}. */
    public static String replace(String text, CharSequence target, CharSequence replacement) {
        reserveReplaced(text, replacement);
        return text.replace(target, replacement);
    }

    /** {@link String#matches}. */
    public static boolean matches(String text, String pattern) {
        return matcher(text, pattern).matches();
    }

    /** {@link String#replaceAll}. */
    public static String replaceAll(String text, String pattern, String replacement) {
        reserveReplaced(text, replacement);
        return matcher(text, pattern).replaceAll(replacement);
    }

    /** {@link String#replaceFirst}. */
    public static String replaceFirst(String text, String pattern, String replacement) {
        reserveReplaced(text, replacement);
        return matcher(text, pattern).replaceFirst(replacement);
    }

    /** {@link String#split(String)}. */
    public static String[] split(String text, String pattern) {
        return split(text, pattern, 0);
    }

    /** {@link String#split(String, int)}. */
    public static String[] split(String text, String pattern, int limit) {
        return Pattern.compile(pattern).split(new Counted(text, Tank.current()), limit);
    }

    private static Matcher matcher(String text, String pattern) {
        return Pattern.compile(pattern).matcher(new Counted(text, Tank.current()));
    }

    /** At most every character, and the end, gives way to the whole replacement. */
    private static void reserveReplaced(CharSequence text, CharSequence replacement) {
        Tank.current().reserve(times(text.length() + 1L, replacement.length() + 1));
    }
}
