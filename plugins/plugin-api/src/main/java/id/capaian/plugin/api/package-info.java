/**
 * What a region pack and the platform say to each other: records in, records out, nothing else.
 *
 * <p>Pure by rule: no I/O, no clock, no threads, no database. Every number that judges a person is a
 * {@link java.math.BigDecimal}; every named step of a formula is rounded HALF_UP to two decimals and the rounded
 * value is carried on. The arithmetic all packs share is in {@link id.capaian.plugin.api.Kernel}.
 *
 * <p>Callers: packs, the formula engine, and the few rooms of the server that build inputs and store outcomes.
 *
 * <h2>A whole pack</h2>
 *
 * One indicator, one set, one formula: 70% results and 30% behaviour. A real pack has forms too, and its texts in files
 * ({@link id.capaian.plugin.api.PackResources}); most regions need no class at all, the formula engine makes such a
 * pack of their files.
 *
 * <pre>{@code
 * import id.capaian.plugin.api.*;
 * import java.math.BigDecimal;
 * import java.util.List;
 * import java.util.Map;
 * import java.util.Set;
 * import org.pf4j.Extension;
 *
 * @Extension
 * public final class ExamplePack implements RegionPack {
 *
 *     private static final Indicator WAIT = new Indicator("EXA.WAIT", text("Waktu tunggu", "Waiting time"),
 *             text("menit", "minutes"), Direction.MIN, text("Antrean", "Queue"), Frequency.MONTHLY, Attribution.UNIT,
 *             SampleRule.NONE, null);
 *
 *     private static final IndicatorSet DESK = new IndicatorSet("example.front-desk", "front-desk",
 *             text("Layanan depan", "Front desk"), List.of(new WeightedIndicator("EXA.WAIT", new BigDecimal("100"),
 *             Target.of(new BigDecimal("20")), text("Layanan cepat", "Quick service"), Aspect.TIME)));
 *
 *     private static final FormulaDescriptor PLAIN = new FormulaDescriptor("example.plain@2026", Subject.PERSON,
 *             text("Sederhana", "Plain"), text("70% hasil, 30% perilaku", "70% results, 30% behaviour"),
 *             Set.of(Need.RESULTS, Need.BEHAVIOUR), List.of());
 *
 *     @Override
 *     public PackDescriptor descriptor() {
 *         return new PackDescriptor("region-example", "1.0.0", text("Contoh", "Example"),
 *                 text("Paket terkecil", "The smallest pack"), List.of(WAIT), List.of(DESK), List.of(), List.of(PLAIN),
 *                 "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {}}", Parameters.none(),
 *                 Map.of());
 *     }
 *
 *     @Override
 *     public Formula formula(String id) {
 *         if (!id.equals(PLAIN.id())) {
 *             throw new IllegalArgumentException("no formula " + id);
 *         }
 *         return this::evaluate;
 *     }
 *
 *     private Outcome evaluate(FormulaInput input) {
 *         ResultScore results = Kernel.assess(input, descriptor()).results();
 *         BehaviourScore behaviour = Kernel.behaviour(input.marks());
 *         if (results.score() == null) {
 *             return results.refusal().orElseThrow();
 *         }
 *         if (behaviour.score() == null) {
 *             return behaviour.refusal(results).orElseThrow();
 *         }
 *         Explanation explanation = new Explanation().results(results).behaviour(behaviour);
 *         BigDecimal index = explanation.step("NR", text("Nilai rekap", "Index"), "0.70 × NH + 0.30 × NP",
 *                 Kernel.share(new BigDecimal("0.70"), results.score())
 *                         .add(Kernel.share(new BigDecimal("0.30"), behaviour.score())), "NH", "NP");
 *         return explanation.scored(results.score(), behaviour.score(), index);
 *     }
 *
 *     private static LocalizedText text(String id, String en) {
 *         return new LocalizedText(id, en);
 *     }
 * }
 * }</pre>
 *
 * <h2>Which version</h2>
 *
 * {@link id.capaian.plugin.api.ApiVersion} is semantic and apart from the platform's version. Inside one major version
 * a pack that ran goes on running unchanged; the build of this module holds every change against the versions released
 * before. What is new is marked with the version it came with.
 */
@NullMarked
package id.capaian.plugin.api;

import org.jspecify.annotations.NullMarked;
