package id.capaian.access.boundary;

import id.capaian.kernel.page.Task;
import java.util.List;

/**
 * The home page.
 *
 * @param tasks most urgent first
 */
public record HomeView(List<Task> tasks) {
}
