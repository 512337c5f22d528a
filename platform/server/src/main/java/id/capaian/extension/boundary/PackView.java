package id.capaian.extension.boundary;

import java.time.Instant;
import java.util.List;

/**
 * A version of a pack on the page and in the API.
 *
 * @param name          title; as it was staged while this node has not looked into the pack
 * @param description   one or two sentences, null likewise
 * @param publisher     who wrote it, null likewise
 * @param kind          DATA or JAVA
 * @param keyId         which trusted key signed it
 * @param sha256        of its jar
 * @param condition     how far it is on the node that answers: a PackCondition, or WAITING
 * @param nodes         how far it is on each node
 * @param formulas      what it calculates
 * @param indicatorSets for which job families it has indicators
 * @param forms         forms it brings
 * @param documents     documents it offers with results
 */
public record PackView(String packId, String version, String name, String description, String publisher, String kind,
        String apiRange, String keyId, String sha256, Instant stagedAt, String condition, List<Node> nodes,
        List<Formula> formulas, List<Set> indicatorSets, List<FormOffered> forms,
        List<DocumentOffered> documents) {

    /**
     * What a node says.
     *
     * @param state   a PackCondition, or WAITING when it lives and has said nothing yet
     * @param refusal name of a Refusal, null unless FAILED
     * @param detail  what exactly, for who wrote the pack
     * @param reportedAt null while it has said nothing
     */
    public record Node(String nodeId, String state, String refusal, String detail, Instant reportedAt) {
    }

    /** A formula. */
    public record Formula(String id, String name, String description, String subject) {
    }

    /** Indicators of a job family. */
    public record Set(String code, String name, String jobFamily, int indicators) {
    }

    /** A form. */
    public record FormOffered(String id, String name, String purpose) {
    }

    /** A document. */
    public record DocumentOffered(String id, String name, String purpose) {
    }

    /** Whether it may be enabled: this node checked it and found nothing wrong. */
    public boolean isReady() {
        return "VERIFIED".equals(condition) || "ACTIVE".equals(condition);
    }

    /** On how many servers it passed every check. */
    public long readyOn() {
        return nodes.stream().filter(node -> "VERIFIED".equals(node.state()) || "ACTIVE".equals(node.state())).count();
    }

    /** Kind of the status tag that shows the condition. */
    public String tone() {
        return switch (condition) {
            case "ACTIVE" -> "good";
            case "VERIFIED" -> "info";
            case "FAILED" -> "bad";
            default -> "neutral";
        };
    }
}
