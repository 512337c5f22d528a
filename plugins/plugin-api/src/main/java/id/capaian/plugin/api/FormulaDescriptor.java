package id.capaian.plugin.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A formula's face. Its id is immutable: a changed rule is a new id, so that an old score can be computed again.
 *
 * <p>Example: {@code samarinda.service-quality@2025}, subject PERSON.
 *
 * @param id              {@code <region>.<name>@<year>}
 * @param subject         about whom it speaks
 * @param name            title people see
 * @param description     what it does, in plain words
 * @param needs           what must be present; otherwise the outcome is {@link Outcome.NotScorable}
 * @param extraIndicators codes it reads beside those in the set (weight null in {@link IndicatorInput}); the caller
 *                        supplies them whenever a value exists
 */
public record FormulaDescriptor(
        String id,
        Subject subject,
        LocalizedText name,
        LocalizedText description,
        Set<Need> needs,
        List<String> extraIndicators) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*@[0-9]{4}");

    public FormulaDescriptor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "formula id \"" + id + "\" must look like samarinda.service-quality@2025");
        }
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        EnumSet<Need> sorted = EnumSet.noneOf(Need.class);
        sorted.addAll(needs);
        needs = Collections.unmodifiableSet(sorted);
        extraIndicators = List.copyOf(extraIndicators);
    }
}
