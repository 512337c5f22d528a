package id.capaian.planning.boundary;

import id.capaian.kernel.page.PlainNumber;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.planning.boundary.ResultFormView.Typed;
import id.capaian.planning.boundary.ResultFormView.TypedIndicator;
import id.capaian.planning.control.ResultInput.IndicatorInput;
import id.capaian.planning.control.ResultInput;
import id.capaian.planning.entity.Perspective;
import id.capaian.planning.entity.ResultKind;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Direction;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser sends of a result written by hand: as typed, for showing it again, and as the use case takes it. */
final class ResultForm {

    /** Name of the buttons that only add a row, {@code +}, or take one away, {@code -2}. */
    static final String WISH = "wish";
    private static final int MOST_ROWS = 20;
    private static final Pattern ROW = Pattern.compile("indicator-(\\d{1,2})-.+");
    private static final Pattern PATH = Pattern.compile("indicators\\[(\\d+)]\\.(\\w+)");

    private final MultivaluedMap<String, String> sent;
    private final List<FieldProblem> unreadable = new ArrayList<>();

    ResultForm(MultivaluedMap<String, String> sent) {
        this.sent = sent;
    }

    Typed typed() {
        TreeSet<Integer> rows = new TreeSet<>();
        sent.keySet().stream().map(ROW::matcher).filter(Matcher::matches)
                .forEach(row -> rows.add(Integer.valueOf(row.group(1))));
        List<TypedIndicator> indicators = new ArrayList<>();
        rows.stream().limit(MOST_ROWS).forEach(row -> indicators.add(new TypedIndicator(text(row, "id"),
                text(row, "name"), text(row, "dimension"), text(row, "unit"), text(row, "direction"),
                text(row, "target"), text(row, "low"), text(row, "high"))));
        return new Typed(text("kind"), text("title"), indicators);
    }

    /** The form to be shown again when a button only asked to change it; empty when it was sent to be saved. */
    Optional<Typed> reshaped() {
        String wish = sent.getFirst(WISH);
        if (wish == null) {
            return Optional.empty();
        }
        Typed typed = typed();
        List<TypedIndicator> rows = new ArrayList<>(typed.indicators());
        if (wish.equals("+") && rows.size() < MOST_ROWS) {
            rows.add(TypedIndicator.BLANK);
        } else if (wish.matches("-\\d{1,2}") && Integer.parseInt(wish.substring(1)) < rows.size()) {
            rows.remove(Integer.parseInt(wish.substring(1)));
        }
        return Optional.of(new Typed(typed.kind(), typed.title(), rows));
    }

    /**
     * As the use case takes it; numbers that are none are null and told by {@link #unreadable}.
     *
     * @param wrong text about a number that is none
     */
    ResultInput input(boolean byPerspective, String wrong) {
        Typed typed = typed();
        List<IndicatorInput> indicators = new ArrayList<>();
        for (int i = 0; i < typed.indicators().size(); i++) {
            TypedIndicator row = typed.indicators().get(i);
            indicators.add(new IndicatorInput(id(row.id()), row.name(),
                    byPerspective ? null : one(Aspect.values(), row.dimension()),
                    byPerspective ? one(Perspective.values(), row.dimension()) : null, row.unit(),
                    one(Direction.values(), row.direction()), number(row.target(), i, "target", wrong),
                    number(row.low(), i, "low", wrong), number(row.high(), i, "high", wrong)));
        }
        return new ResultInput(one(ResultKind.values(), typed.kind()), typed.title(), indicators);
    }

    List<FieldProblem> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Problems of the use case's input under the names of the page's fields. */
    static List<FieldProblem> placed(List<FieldProblem> problems) {
        return problems.stream().map(problem -> new FieldProblem(field(problem.field()), problem.detail())).toList();
    }

    private static String field(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return path;
        }
        String name = switch (matcher.group(2)) {
            case "aspect", "perspective" -> "dimension";
            case "unitOfMeasure" -> "unit";
            case "targetLow" -> "low";
            case "targetHigh" -> "high";
            case "indicatorId" -> "name";
            default -> matcher.group(2);
        };
        return ResultFormView.field(Integer.parseInt(matcher.group(1)), name);
    }

    private BigDecimal number(String typed, int row, String name, String wrong) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(PlainNumber.of(typed));
        } catch (NumberFormatException e) {
            unreadable.add(new FieldProblem(ResultFormView.field(row, name), wrong));
            return null;
        }
    }

    private static <T extends Enum<T>> T one(T[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(null);
    }

    private static UUID id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    private String text(int row, String name) {
        return text(ResultFormView.field(row, name));
    }

    private String text(String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
