package id.capaian.people.boundary;

import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Attachment;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.control.ImportDraft;
import id.capaian.people.control.ImportDrafts;
import id.capaian.people.control.MarkedSheet;
import id.capaian.people.control.ReadImports;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the regional admin imports files: send, look, tell headings, take; and take back. */
@Path("/{tenant}/impor")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class ImportPages {

    private static final String LIST = "people/imports";
    private static final String DRAFT = "people/importdraft";
    private static final String FILE = "file";
    private static final String HEADING = "column-";
    private static final int LONGEST_NAME = 200;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportDrafts drafts;
    private final ReadImports readImports;
    private final Reversal reversal;
    private final Pages pages;
    private final Clock clock;

    ImportPages() {
        this(null, null, null, null, null);
    }

    @Inject
    ImportPages(ImportDrafts drafts, ReadImports readImports, Reversal reversal, Pages pages, Clock clock) {
        this.drafts = drafts;
        this.readImports = readImports;
        this.reversal = reversal;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param kind what is chosen already, where another page leads here; null for nothing */
    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show(@QueryParam("jenis") String kind) {
        return pages.page(LIST, list(kind == null ? "" : kind, FieldErrors.NONE, List.of()));
    }

    /** Takes a file in and leads to what it would do. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response send(List<EntityPart> parts) throws IOException {
        String kind = text(parts, "kind");
        if (kind == null || !drafts.kinds().contains(kind)) {
            return sendAgain("", new FieldProblem("kind", pages.text("people.imports.kind.missing")));
        }
        EntityPart part = parts.stream().filter(one -> one.getName().equals(FILE)
                && one.getFileName().filter(name -> !name.isBlank()).isPresent()).findFirst().orElse(null);
        if (part == null) {
            return sendAgain(kind, new FieldProblem(FILE, pages.text("people.imports.file.missing")));
        }
        try (InputStream content = part.getContent()) {
            byte[] file = ImportsResource.bytes(content);
            UUID draft = drafts.keep(kind, name(part), file, text(parts, "key")).draftId();
            return pages.seeOther(pages.here("/impor/" + draft), null);
        } catch (ProblemException e) {
            return sendAgain(kind, new FieldProblem(FILE, refusal(e)));
        }
    }

    private static String name(EntityPart part) {
        String name = part.getFileName().orElseThrow();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private String refusal(ProblemException problem) {
        return switch (problem.problem()) {
            case UNSUPPORTED_FORMAT -> problem.fields().isEmpty() ? pages.text("people.imports.file.unreadable")
                    : problem.fields().get(0).detail();
            case BODY_TOO_LARGE -> pages.text("people.imports.file.large");
            case IDEMPOTENCY_KEY_REUSED -> pages.text("people.imports.file.again");
            default -> throw problem;
        };
    }

    @GET
    @Path("/{draft}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response draft(@PathParam("draft") UUID draftId) {
        return pages.page(DRAFT, view(drafts.read(draftId), FieldErrors.NONE));
    }

    /** The sheet that was sent, with what is wrong written into it. */
    @GET
    @Path("/{draft}/lembar")
    @Produces(WORKBOOK)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response sheet(@PathParam("draft") UUID draftId) throws IOException {
        ImportDrafts.Marks marks = drafts.marks(draftId);
        var bytes = new ByteArrayOutputStream();
        MarkedSheet.write(marks, bytes);
        String name = marks.fileName().replaceFirst("\\.[A-Za-z]{3,4}$", "") + "-periksa.xlsx";
        return Attachment.of(name, WORKBOOK, new ByteArrayInputStream(bytes.toByteArray()));
    }

    /** Says what the headings stand for. */
    @POST
    @Path("/{draft}/kolom")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response tell(@PathParam("draft") UUID draftId, MultivaluedMap<String, String> sent) {
        Map<Integer, String> columns = new HashMap<>();
        sent.keySet().stream().filter(name -> name.matches(HEADING + "\\d{1,4}") && !sent.getFirst(name).isEmpty())
                .forEach(name -> columns.put(Integer.valueOf(name.substring(HEADING.length())),
                        ImportDraftView.UNUSED.equals(sent.getFirst(name)) ? "" : sent.getFirst(name)));
        try {
            drafts.tell(draftId, version(sent), columns);
        } catch (ProblemException e) {
            return draftAgain(e, draftId);
        }
        return pages.seeOther(pages.here("/impor/" + draftId), "people.imports.told");
    }

    @POST
    @Path("/{draft}/ambil")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response take(@PathParam("draft") UUID draftId, MultivaluedMap<String, String> sent) {
        try {
            if (drafts.take(draftId, version(sent), sent.getFirst("key")).taken()) {
                return pages.seeOther(pages.here("/impor"), "people.imports.taken");
            }
        } catch (ProblemException e) {
            return draftAgain(e, draftId);
        }
        return pages.again(DRAFT, view(drafts.read(draftId), FieldErrors.NONE));
    }

    @POST
    @Path("/{draft}/buang")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response discard(@PathParam("draft") UUID draftId) {
        drafts.discard(draftId);
        return pages.seeOther(pages.here("/impor"), "people.imports.discarded");
    }

    @POST
    @Path("/berkas/{file}/batal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response undo(@PathParam("file") UUID fileId) {
        try {
            reversal.undo(fileId);
        } catch (ProblemException e) {
            if (e.problem() != Problem.IMPORT_BUILT_ON) {
                throw e;
            }
            List<String> reasons = e.fields().stream().map(FieldProblem::detail).toList();
            return pages.page(e.problem().status(), LIST, list("", FieldErrors.NONE, reasons));
        }
        return pages.seeOther(pages.here("/impor"), "people.imports.undone");
    }

    /** What the reader can mend is said on the page; the rest is no matter of the form. */
    private Response draftAgain(ProblemException problem, UUID draftId) {
        String words = switch (problem.problem()) {
            case VERSION_STALE -> pages.text("people.imports.stale");
            case INVALID_INPUT -> problem.fields().get(0).detail();
            default -> throw problem;
        };
        return pages.again(DRAFT, view(drafts.read(draftId), new FieldErrors(List.of(
                new FieldProblem("columns", words)))));
    }

    private Response sendAgain(String kind, FieldProblem wrong) {
        return pages.again(LIST, list(kind, new FieldErrors(List.of(wrong)), List.of()));
    }

    private ImportsView list(String kind, FieldErrors errors, List<String> reasons) {
        List<Option> kinds = drafts.kinds().stream()
                .map(name -> new Option(name, pages.text("people.imports.kind." + name))).toList();
        return new ImportsView(kinds, kind, readImports.newest(), clock.instant(), errors, reasons, key());
    }

    private ImportDraftView view(ImportDraft draft, FieldErrors errors) {
        List<Option> columns = Stream.concat(
                Stream.of(new Option(ImportDraftView.UNUSED, pages.text("people.imports.unused"))),
                drafts.columns(draft.kind()).stream()
                        .map(column -> new Option(column, pages.text("people.imports.as." + column)))).toList();
        return new ImportDraftView(draft, columns, errors, key());
    }

    private String key() {
        return Ids.next(clock.millis()).toString();
    }

    private static long version(MultivaluedMap<String, String> sent) {
        String version = sent.getFirst("version");
        if (version == null || !version.matches("\\d{1,18}")) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        return Long.parseLong(version);
    }

    private static String text(List<EntityPart> parts, String name) throws IOException {
        for (EntityPart part : parts) {
            if (part.getName().equals(name) && part.getFileName().isEmpty()) {
                return part.getContent(String.class);
            }
        }
        return null;
    }
}
