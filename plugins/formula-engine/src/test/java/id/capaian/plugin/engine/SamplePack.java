package id.capaian.plugin.engine;

import id.capaian.plugin.api.RegionPack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The smallest whole data pack, to be changed in one place and read. */
final class SamplePack {

    private final Map<String, String> files = new TreeMap<>();

    SamplePack() {
        files.put("META-INF/MANIFEST.MF", """
                Manifest-Version: 1.0
                Plugin-Id: region-sample
                Plugin-Version: 1.0.0
                Plugin-Requires: >=1.0.0
                Plugin-Provider: Test

                """);
        files.put("pack.json", """
                {"id": "region-sample", "version": "1.0.0", "kind": "data",
                 "name": {"id": "Contoh", "en": "Sample"},
                 "description": {"id": "Paket contoh", "en": "A sample pack"},
                 "forms": [{"id": "sample.daily@1", "purpose": "PROGRESS", "name": {"id": "Harian", "en": "Daily"}}]}
                """);
        files.put("indicators.csv", """
                code,name_id,name_en,unit_id,unit_en,direction,source_id,source_en,\
                frequency,attribution,sample,minimum_quality
                SAM.A,"Nilai, A",Value A,%,%,MAX,impor,import,MONTHLY,UNIT,NONE,
                SAM.B,Nilai B,Value B,jam,hours,MIN,impor,import,MONTHLY,UNIT,NONE,0.5
                """);
        files.put("sets.json", """
                [{"code": "sample.health", "jobFamily": "health", "name": {"id": "Kesehatan", "en": "Health"},
                  "items": [
                    {"indicator": "SAM.A", "weight": 60, "target": 90, "aspect": "QUALITY",
                     "result": {"id": "Hasil", "en": "Result"}},
                    {"indicator": "SAM.B", "weight": 40, "target": 24, "aspect": "TIME",
                     "result": {"id": "Hasil", "en": "Result"}}
                  ]}]
                """);
        files.put("parameters.schema.json", """
                {"type": "object", "additionalProperties": false, "properties": {
                  "share": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.70},
                  "motto": {"type": "string", "default": "melayani"}}}
                """);
        files.put("formulas/plain@2025.json", """
                {
                  "id": "sample.plain@2025",
                  "subject": "PERSON",
                  "name": {"id": "Polos", "en": "Plain"},
                  "description": {"id": "Rumus contoh", "en": "A sample formula"},
                  "needs": ["RESULTS", "BEHAVIOUR"],
                  "steps": [
                    {"name": "NH_part", "label": {"id": "Bagian hasil", "en": "Results part"}, \
                "expr": "p['share'] * NH"},
                    {"name": "NR", "label": {"id": "Rekap", "en": "Index"}, "expr": "NH_part + 0.30 * NP"}
                  ],
                  "result": "NH", "behaviour": "NP", "index": "NR"
                }
                """);
        files.put("forms/daily@1.schema.json", """
                {"type": "object", "additionalProperties": false, "required": ["served"], "properties": {
                  "served": {"type": "integer", "minimum": 0},
                  "hours": {"type": "number", "maximum": 7.5},
                  "code": {"type": "string", "pattern": "^(a+)+$"},
                  "day": {"type": "string", "format": "date"},
                  "why": {"type": "string", "enum": ["rain", "other"]},
                  "note": {"type": "string"},
                  "rows": {"type": "array", "items": {"type": "object", "required": ["name"],
                    "properties": {"name": {"type": "string", "minLength": 3}}}}},
                 "if": {"required": ["why"], "properties": {"why": {"const": "other"}}},
                 "then": {"required": ["note"]}}
                """);
        files.put("forms/daily@1.ui.json", """
                {"type": "VerticalLayout", "elements": [
                  {"type": "Control", "scope": "#/properties/served"},
                  {"type": "Control", "scope": "#/properties/why"},
                  {"type": "Control", "scope": "#/properties/note",
                   "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/why", "schema": {"const": "other"}}}}
                ]}
                """);
        files.put("forms/daily@1.id.json", """
                {"served.label": "Dilayani", "why.label": "Alasan", "why.enum.rain": "Hujan",
                 "why.enum.other": "Lainnya", "note.label": "Catatan", "note.error.required": "Jelaskan alasannya."}
                """);
        files.put("forms/daily@1.en.json", """
                {"served.label": "Served", "why.label": "Reason", "why.enum.rain": "Rain",
                 "why.enum.other": "Other", "note.label": "Note", "note.error.required": "Say why."}
                """);
        files.put("texts/id.json", "{\"about\": \"Tentang\"}");
        files.put("texts/en.json", "{\"about\": \"About\"}");
        files.put("golden/01.json", """
                {"name": "on target", "formula": "sample.plain@2025", "set": "health", "marks": "MEETS",
                 "readings": {"SAM.A": {"value": 90}, "SAM.B": {"value": 24}},
                 "expect": {"result": 100, "behaviour": 100, "index": 100, "steps": {"NH_part": 70}, "flags": []}}
                """);
    }

    SamplePack with(String file, String text) {
        files.put(file, text);
        return this;
    }

    SamplePack change(String file, UnaryOperator<String> change) {
        String before = files.get(file);
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new IllegalStateException("nothing changed in " + file);
        }
        files.put(file, after);
        return this;
    }

    SamplePack change(String file, String from, String to) {
        return change(file, text -> text.replace(from, to));
    }

    /** The same form once more, under another name or number. */
    SamplePack withForm(String form, String purpose) {
        for (String end : List.of(".schema.json", ".ui.json", ".id.json", ".en.json")) {
            files.put("forms/" + form + end, files.get("forms/daily@1" + end));
        }
        return change("pack.json", "}}]}", "}},\n  {\"id\": \"sample." + form + "\", \"purpose\": \"" + purpose
                + "\", \"name\": {\"id\": \"Harian\", \"en\": \"Daily\"}}]}");
    }

    SamplePack without(String file) {
        files.remove(file);
        return this;
    }

    byte[] jar() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(bytes)) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    jar.putNextEntry(new JarEntry(file.getKey()));
                    jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                    jar.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    PackFiles files() throws PackInvalid {
        return PackFiles.ofJar(jar());
    }

    RegionPack read() throws PackInvalid {
        return DataPackReader.read(files());
    }
}
