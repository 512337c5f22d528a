package id.capaian.plugin.api;

import java.util.Objects;

/**
 * A document as data: a page the platform prints for a person beside the own delivered result. It decides nothing,
 * changes no score and threatens nobody; the forms of the law are the platform's and are not written here. Since API
 * 1.2.
 *
 * <p>Example: {@code samarinda.advice@1}, offered when training is suggested. A changed document is a new number;
 * old results keep theirs.
 *
 * <p>The body is plain text, never HTML. A line that begins with {@code # } is a heading, with {@code - } an item of a
 * list; other lines are paragraphs, an empty line between them. Places to be filled in stand in braces, and these are
 * all there are:
 *
 * <ul>
 * <li>{@code {name}}, {@code {post}}, {@code {unit}}, {@code {government}}: whose result it is
 * <li>{@code {period}}: the period's name; {@code {date}}: the day the result was told
 * <li>{@code {result}}, {@code {behaviour}}, {@code {predicate}}: ratings and predicate in words
 * <li>{@code {index}}: the index, two decimals
 * <li>{@code {step:NH_part}}: the value of that step
 * <li>{@code {training}}: what is suggested, one item for each flag {@link Flag.Code#TRAINING_SUGGESTED}; stands alone
 *     in an item
 * </ul>
 *
 * What a result does not have is printed as a dash.
 *
 * @param id      {@code <region>.<document>@<n>}
 * @param name    title people see
 * @param purpose what it is for
 * @param offer   with which results it is offered
 * @param body    the text, in both languages with the same places
 */
public record Document(
        String id, LocalizedText name, DocumentPurpose purpose, DocumentOffer offer, LocalizedText body) {

    public Document {
        NumberedId.check("document", id, "samarinda.advice@1");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(body, "body");
    }
}
