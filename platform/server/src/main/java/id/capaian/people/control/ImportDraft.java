package id.capaian.people.control;

import java.util.UUID;

/** A file that was sent and judged, and is not taken yet. */
public record ImportDraft(UUID id, String kind, String fileName, DraftOutcome outcome, long version) {
}
