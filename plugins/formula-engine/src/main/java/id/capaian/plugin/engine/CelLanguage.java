package id.capaian.plugin.engine;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Target;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/**
 * The language of formula steps: CEL with exact decimals.
 *
 * <p>Only what is listed here exists. Of CEL's own functions: logic, choice, {@code in} and indexing; no arithmetic of
 * int or double, so {@code 10 / 4} is refused instead of being 2, and nothing that builds strings or lists, so an
 * expression cannot grow in memory. Equality of decimals is left out because 1.0 and 1.00 differ under it.
 *
 * <p>Numbers keep 16 digits between the roundings of the steps; scores need seven. A number that outgrows any score
 * ends the evaluation with a message, before anything large is computed.
 */
final class CelLanguage {

    /** The type of every number a step sees. */
    static final CelType DECIMAL = OpaqueType.create("decimal");

    /** Names to numbers. */
    static final CelType NUMBERS = MapType.create(SimpleType.STRING, DECIMAL);

    static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(4_000)
            .maxParseRecursionDepth(40)
            .comprehensionMaxIterations(1_000)
            .build();

    private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_UP);
    private static final int MOST_BEFORE_THE_POINT = 40;
    private static final int MOST_AFTER_THE_POINT = 60;
    private static final List<CelType> NUMERIC = List.of(DECIMAL, SimpleType.INT, SimpleType.DOUBLE);
    private static final ListType DECIMALS = ListType.create(DECIMAL);

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();
    private final CelRuntime runtime;

    CelLanguage() {
        arithmetic("_+_", "add", (a, b) -> a.add(b, DIGITS));
        arithmetic("_-_", "subtract", (a, b) -> a.subtract(b, DIGITS));
        arithmetic("_*_", "multiply", (a, b) -> a.multiply(b, DIGITS));
        arithmetic("_/_", "divide", CelLanguage::divide);
        arithmetic("min", "min", BigDecimal::min);
        arithmetic("max", "max", BigDecimal::max);
        comparison("_<_", "less", sign -> sign < 0);
        comparison("_<=_", "less_equals", sign -> sign <= 0);
        comparison("_>_", "greater", sign -> sign > 0);
        comparison("_>=_", "greater_equals", sign -> sign >= 0);
        negation();
        decimals();
        rounding();
        lists();
        kernel();
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS).addFunctionBindings(bindings).build();
    }

    /** A compiler that knows the maps of an input and these further names, all decimals. */
    CelCompiler compiler(Collection<String> stepNames) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(STANDARD)
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS)
                .addFunctionDeclarations(declarations);
        CelScope.MAPS.forEach(name -> builder.addVar(name, NUMBERS));
        stepNames.forEach(name -> builder.addVar(name, DECIMAL));
        return builder.build();
    }

    CelRuntime runtime() {
        return runtime;
    }

    /** The number an expression gave, whichever literal it was written as. */
    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        if (value instanceof Double literal) {
            return new BigDecimal(literal.toString());
        }
        // the runtime hands back an "unknown" object instead of failing when a variable is absent
        throw new IllegalArgumentException("not a number: " + value.getClass().getSimpleName());
    }

    private static final CelStandardDeclarations STANDARD = CelStandardDeclarations.newBuilder()
            .includeFunctions(StandardFunction.CONDITIONAL, StandardFunction.LOGICAL_AND, StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_NOT, StandardFunction.NOT_STRICTLY_FALSE, StandardFunction.IN,
                    StandardFunction.INDEX)
            .build();

    private static BigDecimal bounded(BigDecimal number) {
        if ((long) number.precision() - number.scale() > MOST_BEFORE_THE_POINT) {
            throw new IllegalArgumentException("a number of more than " + MOST_BEFORE_THE_POINT + " digits");
        }
        return number.scale() > MOST_AFTER_THE_POINT
                ? number.setScale(MOST_AFTER_THE_POINT, RoundingMode.HALF_UP) : number;
    }

    private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new IllegalArgumentException("division by zero");
        }
        return dividend.divide(divisor, DIGITS);
    }

    /** Declares a function of two numbers for every pair of kinds that has a decimal in it. */
    private void arithmetic(String function, String name, BinaryOperator<BigDecimal> operation) {
        pairs(function, name, DECIMAL, (a, b) -> bounded(operation.apply(number(a), number(b))));
    }

    private void comparison(String function, String name, IntPredicate test) {
        pairs(function, name, SimpleType.BOOL, (a, b) -> test.test(number(a).compareTo(number(b))));
    }

    private void pairs(String function, String name, CelType result,
            BiFunction<Object, Object, Object> operation) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        List<CelFunctionBinding> bound = new ArrayList<>();
        for (CelType left : NUMERIC) {
            for (CelType right : NUMERIC) {
                if (left.equals(DECIMAL) || right.equals(DECIMAL)) {
                    String id = name + "_" + left.name() + "_" + right.name();
                    overloads.add(CelOverloadDecl.newGlobalOverload(id, result, left, right));
                    bound.add(CelFunctionBinding.from(id, ImmutableList.of(javaType(left), javaType(right)),
                            arguments -> operation.apply(arguments[0], arguments[1])));
                }
            }
        }
        declare(function, overloads, bound);
    }

    private void negation() {
        declare("-_", List.of(CelOverloadDecl.newGlobalOverload("negate_decimal", DECIMAL, DECIMAL)),
                List.of(CelFunctionBinding.from("negate_decimal", BigDecimal.class, BigDecimal::negate)));
    }

    private void decimals() {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        List<CelFunctionBinding> bound = new ArrayList<>();
        for (CelType type : List.of(DECIMAL, SimpleType.INT, SimpleType.DOUBLE, SimpleType.STRING)) {
            String id = "dec_" + type.name();
            overloads.add(CelOverloadDecl.newGlobalOverload(id, DECIMAL, type));
            bound.add(CelFunctionBinding.from(id, ImmutableList.of(javaType(type)), arguments ->
                    bounded(arguments[0] instanceof String text ? new BigDecimal(text) : number(arguments[0]))));
        }
        declare("dec", overloads, bound);
    }

    private void rounding() {
        declare("round",
                List.of(CelOverloadDecl.newGlobalOverload("round_decimal", DECIMAL, DECIMAL),
                        CelOverloadDecl.newGlobalOverload("round_decimal_int", DECIMAL, DECIMAL, SimpleType.INT)),
                List.of(CelFunctionBinding.from("round_decimal", BigDecimal.class, Kernel::round),
                        CelFunctionBinding.from(
                                "round_decimal_int", BigDecimal.class, Long.class, CelLanguage::round)));
    }

    private static BigDecimal round(BigDecimal value, Long decimals) {
        if (decimals < 0 || decimals > 8) {
            throw new IllegalArgumentException("round to 0..8 decimals, not " + decimals);
        }
        return value.setScale(decimals.intValue(), RoundingMode.HALF_UP);
    }

    private void lists() {
        declare("sum", List.of(CelOverloadDecl.newMemberOverload("sum_decimals", DECIMAL, DECIMALS)),
                List.of(CelFunctionBinding.from("sum_decimals", List.class, CelLanguage::sum)));
        declare("avg", List.of(CelOverloadDecl.newMemberOverload("avg_decimals", DECIMAL, DECIMALS)),
                List.of(CelFunctionBinding.from("avg_decimals", List.class, CelLanguage::average)));
    }

    private static BigDecimal sum(List<?> numbers) {
        return numbers.stream().map(CelLanguage::number).reduce(BigDecimal.ZERO, (a, b) -> bounded(a.add(b, DIGITS)));
    }

    private static BigDecimal average(List<?> numbers) {
        return divide(sum(numbers), BigDecimal.valueOf(numbers.size()));
    }

    private void kernel() {
        CelOverloadDecl overload = CelOverloadDecl.newGlobalOverload(
                "achieve_string_decimal_decimal", DECIMAL, SimpleType.STRING, DECIMAL, DECIMAL);
        declare("achieve", List.of(overload), List.of(CelFunctionBinding.from(overload.overloadId(),
                ImmutableList.of(String.class, BigDecimal.class, BigDecimal.class),
                arguments -> Kernel.achievement(Direction.valueOf((String) arguments[0]),
                        Target.of((BigDecimal) arguments[2]), (BigDecimal) arguments[1]))));
    }

    private void declare(String function, List<CelOverloadDecl> overloads, List<CelFunctionBinding> bound) {
        declarations.add(CelFunctionDecl.newFunctionDeclaration(function, overloads));
        bindings.addAll(bound);
    }

    private static Class<?> javaType(CelType type) {
        if (type.equals(DECIMAL)) {
            return BigDecimal.class;
        }
        if (type.equals(SimpleType.INT)) {
            return Long.class;
        }
        return type.equals(SimpleType.DOUBLE) ? Double.class : String.class;
    }
}
