package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ReadDocuments.Offered;
import id.capaian.kernel.page.Shell;
import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.engine.DocumentField;
import id.capaian.plugin.engine.DocumentPart;
import id.capaian.plugin.engine.DocumentText;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Documents of packs in the reader's language, with the result filled in. */
final class DocumentWords {

    private final Shell shell;
    private final Locale locale;

    DocumentWords(Shell shell) {
        this.shell = shell;
        this.locale = Locale.forLanguageTag(shell.language());
    }

    List<DocumentRow> rows(List<Document> documents) {
        return documents.stream().map(document -> new DocumentRow(document.id(), document.purpose().name(),
                document.name().in(locale))).toList();
    }

    /** The one document of it, filled in. */
    DocumentView filled(Offered offered) {
        Document document = offered.documents().get(0);
        EvaluationView evaluation = offered.evaluation();
        return new DocumentView(evaluation.evaluationId(), document.id(), document.purpose().name(),
                document.name().in(locale), shell.language(), parts(document, evaluation), offered.pack().id(),
                offered.pack().name().in(locale), offered.pack().version(), evaluation.deliveredAt());
    }

    private List<DocumentPart> parts(Document document, EvaluationView evaluation) {
        ExplanationView explanation = evaluation.suggestion().explanation();
        Map<String, String> steps = explanation.steps().stream().collect(Collectors.toMap(Step::name,
                step -> StepWords.value(step, shell), (one, other) -> one));
        List<String> training = explanation.flags().stream()
                .filter(flag -> flag.code() == Flag.Code.TRAINING_SUGGESTED)
                .map(flag -> flag.text().in(locale)).distinct().toList();
        return DocumentText.of(document.body().in(locale)).fill(values(evaluation), steps, training);
    }

    private Map<DocumentField, String> values(EvaluationView evaluation) {
        Map<DocumentField, String> values = new EnumMap<>(DocumentField.class);
        values.put(DocumentField.NAME, evaluation.employeeName());
        values.put(DocumentField.POST, evaluation.positionName());
        values.put(DocumentField.UNIT, evaluation.unitName());
        values.put(DocumentField.GOVERNMENT, shell.place());
        values.put(DocumentField.PERIOD, evaluation.periodName());
        values.put(DocumentField.RESULT, rating(evaluation.resultRating()));
        values.put(DocumentField.BEHAVIOUR, rating(evaluation.behaviourRating()));
        values.put(DocumentField.PREDICATE, shell.t("evaluation.predicate." + evaluation.predicate()));
        values.put(DocumentField.INDEX, shell.number(evaluation.suggestion().indexScore(), 2));
        values.put(DocumentField.DATE, shell.date(evaluation.deliveredAt()));
        return values;
    }

    private String rating(String rating) {
        return shell.t("evaluation.rating." + rating);
    }
}
