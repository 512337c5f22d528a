package id.capaian.people.control;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportProblems.ImportProblem;
import id.capaian.people.control.DraftOutcome.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says what is wrong with a file, in Indonesian whoever reads: files are the government's own and corrected there. */
@ApplicationScoped
class ImportWords {

    private final Texts texts;

    ImportWords() {
        this(null);
    }

    @Inject
    ImportWords(Texts texts) {
        this.texts = texts;
    }

    /** The first hundred by row and column, and how many more there are. */
    List<FieldProblem> fields(ImportProblems problems) {
        List<FieldProblem> worded = new ArrayList<>(problems.shown().stream().map(this::field).toList());
        int more = problems.count() - worded.size();
        if (more > 0) {
            worded.add(new FieldProblem(ImportProblems.FILE, texts.text(Language.ID, "people.import.more", more)));
        }
        return worded;
    }

    FieldProblem field(ImportProblem problem) {
        String row = problem.row() == 0 ? ""
                : texts.text(Language.ID, "people.import.row", String.valueOf(problem.row()));
        String field = Stream.of(row, problem.column()).filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + ", " + second).orElseThrow();
        return new FieldProblem(field, text(problem));
    }

    /** The first hundred in the order of rows, columns as the file calls them. */
    List<Told> told(ImportProblems problems, Headings headings) {
        return problems.all().stream().sorted(Comparator.comparingInt(ImportProblem::row)).limit(ImportProblems.SHOWN)
                .map(problem -> new Told(problem.row(), title(problem, headings), text(problem))).toList();
    }

    /** That the file is marked in part only. */
    String cut(ImportProblems problems) {
        return texts.text(Language.ID, "people.import.cut", problems.all().size(), problems.count());
    }

    /** With the heading in front, for a place away from the cell. */
    String marked(ImportProblem problem, Headings headings) {
        String title = title(problem, headings);
        return title.isEmpty() ? text(problem) : title + ": " + text(problem);
    }

    String text(ImportProblem problem) {
        return texts.text(Language.ID, problem.textKey(), problem.arguments().toArray());
    }

    private static String title(ImportProblem problem, Headings headings) {
        return problem.column().equals(ImportProblems.FILE) ? "" : headings.titleOf(problem.column());
    }
}
