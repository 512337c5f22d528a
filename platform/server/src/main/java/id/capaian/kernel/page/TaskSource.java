package id.capaian.kernel.page;

import java.util.List;

/**
 * Tasks a feature has for the caller, for the list "Yang perlu Anda lakukan". Implementations are application-scoped
 * beans; they run on every visit of the home page, each opening its own use case, and must be cheap.
 */
public interface TaskSource {

    List<Task> tasks();
}
