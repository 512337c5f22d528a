package id.capaian.evaluation.boundary;

import id.capaian.plugin.engine.DocumentPart;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A document of a pack about a result, everything filled in, in the reader's language. It is no official form of the
 * law, changes no score and is no sanction.
 *
 * @param purpose     RECOGNITION or DEVELOPMENT
 * @param language    id or en
 * @param parts       plain text
 * @param packName    title of the pack
 * @param packVersion the version the score was made with
 * @param toldAt      when the person was told the result
 */
public record DocumentView(UUID evaluationId, String documentId, String purpose, String name, String language,
        List<DocumentPart> parts, String packId, String packName, String packVersion, Instant toldAt) {
}
