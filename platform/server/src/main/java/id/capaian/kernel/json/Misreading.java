package id.capaian.kernel.json;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import id.capaian.kernel.problem.FieldMisread;
import id.capaian.kernel.problem.FieldMisread.Expected;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says which field of a body could not be read and what belongs there, without a word of the reader's own. */
final class Misreading {

    private static final List<Class<?>> WHOLE_NUMBERS = List.of(int.class, Integer.class, long.class, Long.class);
    private static final List<Class<?>> YES_OR_NO = List.of(boolean.class, Boolean.class);

    private Misreading() {
    }

    /** The problem to answer with; it names the place in the body where no field is to blame. */
    static ProblemException of(MismatchedInputException e) {
        String field = path(e.getPath());
        if (field.isEmpty()) {
            return ProblemException.of(Problem.BAD_REQUEST, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return new FieldMisread(field, Expected.NOTHING, unknown.getKnownPropertyIds().stream().map(Object::toString)
                    .sorted().collect(Collectors.joining(", ")));
        }
        Class<?> type = e.getTargetType();
        String choices = type != null && type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Object::toString)
                .collect(Collectors.joining(", ")) : "";
        return new FieldMisread(field, expected(type), choices);
    }

    private static Expected expected(Class<?> type) {
        if (type == null || type.isRecord()) {
            return Expected.OBJECT;
        }
        if (type.isEnum()) {
            return Expected.CHOICE;
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return Expected.WHOLE_NUMBER;
        }
        if (Number.class.isAssignableFrom(type)) {
            return Expected.NUMBER;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Expected.LIST;
        }
        return simple(type);
    }

    private static Expected simple(Class<?> type) {
        if (type == UUID.class) {
            return Expected.ID;
        }
        if (type == LocalDate.class) {
            return Expected.DATE;
        }
        if (type == Instant.class) {
            return Expected.MOMENT;
        }
        if (YES_OR_NO.contains(type)) {
            return Expected.YES_OR_NO;
        }
        return type == String.class ? Expected.TEXT : Expected.OBJECT;
    }

    private static String path(List<Reference> steps) {
        StringBuilder path = new StringBuilder();
        for (Reference step : steps) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
