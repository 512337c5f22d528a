package id.capaian.extension;

import java.util.List;

/**
 * Fields of a pack's form that stand together.
 *
 * @param title null for those without a heading
 */
public record FormGroup(String title, List<FormField> fields) {
}
