package id.capaian.progress.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.extension.PackForm;
import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.files.Received;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Attachment;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.PlainNumber;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.EvidenceFile;
import id.capaian.progress.ProgressView;
import id.capaian.progress.control.AttachEvidence;
import id.capaian.progress.control.OpenProgress;
import id.capaian.progress.control.ProgressInput;
import id.capaian.progress.control.ReadEvidence;
import id.capaian.progress.control.SaveProgress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recording progress in the browser: one page an indicator, form and evidence together. */
@ApplicationScoped
@Path("/{tenant}/skp")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.EMPLOYEE)
public class ProgressPages {

    private static final String TEMPLATE = "progress/entry";

    private final OpenProgress openProgress;
    private final SaveProgress saveProgress;
    private final AttachEvidence attachEvidence;
    private final ReadEvidence readEvidence;
    private final FileStore files;
    private final Pages pages;

    ProgressPages() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ProgressPages(OpenProgress openProgress, SaveProgress saveProgress, AttachEvidence attachEvidence,
            ReadEvidence readEvidence, FileStore files, Pages pages) {
        this.openProgress = openProgress;
        this.saveProgress = saveProgress;
        this.attachEvidence = attachEvidence;
        this.readEvidence = readEvidence;
        this.files = files;
        this.pages = pages;
    }

    @GET
    @Path("/{indicator}/progres")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response show(@PathParam("indicator") UUID indicatorId, @QueryParam("periode") String period) {
        OpenProgress.Opened opened = openProgress.open(indicatorId, period);
        ProgressView entry = opened.entry();
        String value = entry == null || entry.value() == null ? "" : pages.shell().number(entry.value());
        String note = entry == null || entry.note() == null ? "" : entry.note();
        PackForm form = form(opened);
        return pages.page(TEMPLATE, new ProgressPageView(opened, false, value, note,
                groups(form, entry == null ? null : entry.formAnswers()), hasRules(form), FieldErrors.NONE, newKey()));
    }

    @POST
    @Path("/{indicator}/progres")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response save(@PathParam("indicator") UUID indicatorId, @QueryParam("periode") String period,
            List<EntityPart> parts) throws IOException {
        MultivaluedMap<String, String> sent = texts(parts);
        OpenProgress.Opened opened = openProgress.open(indicatorId, period);
        PackForm form = form(opened);
        Optional<String> reshaped = form == null ? Optional.empty() : form.reshaped(sent);
        if (reshaped.isPresent()) {
            return pages.page(TEMPLATE, typed(opened, sent, reshaped.get(), FieldErrors.NONE));
        }
        if (form == null && !opened.known() && PackForm.isIn(sent)) {
            return pages.again(TEMPLATE, typed(opened, sent, null, new FieldErrors(
                    List.of(new FieldProblem("form", pages.text("progress.form.unsaved"))))));
        }
        String answers = form == null ? null : form.answers(sent);
        String code = opened.period().code();
        try {
            ProgressView saved = saveProgress.forIndicator(indicatorId, code, input(sent, answers), version(sent),
                    sent.getFirst("key"), locale());
            attachFiles(saved.progressEntryId(), parts);
            return pages.seeOther(pages.here(ProgressPageView.path(indicatorId, code)), "progress.saved");
        } catch (ProblemException e) {
            return again(e, opened, sent, answers);
        }
    }

    @POST
    @Path("/bukti/{evidence}/tarik")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response remove(@PathParam("evidence") UUID evidenceId, @QueryParam("periode") String period) {
        ProgressView entry = attachEvidence.remove(evidenceId);
        return pages.seeOther(pages.here(ProgressPageView.path(entry.individualIndicatorId(),
                period == null ? "" : period)), "progress.evidence.removed");
    }

    @GET
    @Path("/bukti/{evidence}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response download(@PathParam("evidence") UUID evidenceId) {
        EvidenceFile file = readEvidence.open(evidenceId);
        return Attachment.of(file.fileName(), file.mediaType(), file.content());
    }

    /** Shows the form again with what was typed; a problem that is not about the form goes on to its page. */
    private Response again(ProblemException problem, OpenProgress.Opened opened, MultivaluedMap<String, String> sent,
            String answers) {
        List<FieldProblem> fields = switch (problem.problem()) {
            case INVALID_INPUT -> placed(problem.fields(), form(opened), answers);
            case FILE_REFUSED -> List.of(new FieldProblem("evidence", pages.text("progress.evidence.refused")));
            case BODY_TOO_LARGE -> List.of(new FieldProblem("evidence", pages.text("progress.evidence.too-large")));
            case VERSION_STALE -> List.of(new FieldProblem("value", pages.text("progress.stale")));
            case MOVE_NOT_ALLOWED, PERIOD_NOT_OPEN, PLAN_NOT_ACTIVE ->
                    List.of(new FieldProblem("typed", pages.text("progress.refused")));
            default -> throw problem;
        };
        // Saved although its file was refused, changed by another tab, or handed in meanwhile: show what is stored now
        // beside what was typed.
        OpenProgress.Opened now = openProgress.open(opened.indicator().indicatorId(), opened.period().code());
        return pages.again(TEMPLATE, typed(now, sent, answers, new FieldErrors(fields)));
    }

    /** Our own fields keep their names; all others are the pack's. */
    private static List<FieldProblem> placed(List<FieldProblem> problems, PackForm form, String answers) {
        Map<Boolean, List<FieldProblem>> ours = problems.stream().collect(Collectors.partitioningBy(
                problem -> form == null || "value".equals(problem.field()) || "note".equals(problem.field())));
        return ours.get(false).isEmpty() ? ours.get(true)
                : Stream.concat(ours.get(true).stream(), form.placed(ours.get(false), answers).stream()).toList();
    }

    private ProgressInput input(MultivaluedMap<String, String> sent, String answers) {
        String note = text(sent, "note").strip();
        return new ProgressInput(value(text(sent, "value")), note.isEmpty() ? null : note, answers);
    }

    private BigDecimal value(String written) {
        if (written.isBlank()) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(PlainNumber.of(written.strip()));
            if (value.scale() <= 4 && value.precision() - value.scale() <= 14) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that do not fit.
        }
        throw ProblemException.ofFields(Problem.INVALID_INPUT,
                List.of(new FieldProblem("value", pages.text("progress.value.wrong"))));
    }

    private static Long version(MultivaluedMap<String, String> sent) {
        String version = sent.getFirst("version");
        return version == null || version.isEmpty() ? null : Long.valueOf(version);
    }

    private void attachFiles(UUID entryId, List<EntityPart> parts) throws IOException {
        for (EntityPart part : parts) {
            if (part.getFileName().filter(name -> !name.isBlank()).isPresent()) {
                try (InputStream content = part.getContent();
                        Received file = files.receive(content, AttachEvidence.LARGEST)) {
                    attachEvidence.attach(entryId, part.getFileName().get(), file);
                }
            }
        }
    }

    private static MultivaluedMap<String, String> texts(List<EntityPart> parts) throws IOException {
        MultivaluedMap<String, String> texts = new MultivaluedHashMap<>();
        for (EntityPart part : parts) {
            if (part.getFileName().isEmpty()) {
                texts.add(part.getName(), part.getContent(String.class));
            }
        }
        return texts;
    }

    private static String text(MultivaluedMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text;
    }

    private ProgressPageView typed(OpenProgress.Opened opened, MultivaluedMap<String, String> sent, String answers,
            FieldErrors errors) {
        PackForm form = form(opened);
        return new ProgressPageView(opened, true, text(sent, "value"), text(sent, "note"), groups(form, answers),
                hasRules(form), errors, newKey());
    }

    private static List<FormGroup> groups(PackForm form, String answers) {
        return form == null ? List.of() : form.groups(answers);
    }

    private static boolean hasRules(PackForm form) {
        return form != null && form.hasRules();
    }

    /** The pack's form in the reader's language; null when it has none. */
    private PackForm form(OpenProgress.Opened opened) {
        return opened.form() == null ? null : new PackForm(opened.form(), pages.shell().language());
    }

    private Locale locale() {
        return Locale.forLanguageTag(pages.shell().language());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
