package id.capaian.plugin.testkit;

import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.engine.PackFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Ids that were released stay, whatever is added: plans, answers and stored scores name them for years. */
final class ReleasedIds {

    private static final String FILE = "released-ids.txt";

    private ReleasedIds() {
    }

    static List<String> problems(PackDescriptor descriptor, PackFiles files) {
        String released = files.text(FILE).orElse(null);
        if (released == null) {
            return List.of(FILE + " is missing → list every id of the versions released so far, one a line");
        }
        Set<String> ids = ids(descriptor);
        List<String> problems = new ArrayList<>();
        int line = 0;
        for (String id : released.lines().map(String::strip).toList()) {
            line++;
            if (!id.isEmpty() && !id.startsWith("#") && !ids.contains(id)) {
                problems.add(FILE + ":" + line + ": " + id + " was released and is gone → bring it back;"
                        + " what changes gets a new id beside it");
            }
        }
        return problems;
    }

    private static Set<String> ids(PackDescriptor descriptor) {
        Set<String> ids = new TreeSet<>();
        descriptor.indicators().forEach(indicator -> ids.add(indicator.code()));
        descriptor.indicatorSets().forEach(set -> ids.add(set.code()));
        descriptor.forms().forEach(form -> ids.add(form.id()));
        descriptor.documents().forEach(document -> ids.add(document.id()));
        descriptor.formulas().forEach(formula -> ids.add(formula.id()));
        return ids;
    }
}
