package id.capaian.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a pack's {@code pom.xml} says of the pack: properties and the entries of the jar's manifest. */
record PackPom(Map<String, String> properties, Map<String, String> entries) {

    private static final String VERSION = "pack.version";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9._-]+)}");

    /** @throws LocalException when it cannot be read or says no id and version */
    static PackPom read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // What is wrong is told once, by whoever asked.
            builder.setErrorHandler(null);
            Document document = builder.parse(file.toFile());
            PackPom pom = new PackPom(first(document, "properties"), first(document, "manifestEntries"));
            if (pom.properties.get("pack.id") == null || pom.properties.get(VERSION) == null) {
                throw new LocalException(file + " says no pack.id or no pack.version: write both as properties.");
            }
            return pom;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new LocalException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    String id() {
        return properties.get("pack.id");
    }

    String version() {
        return properties.get(VERSION);
    }

    /** The same with another version. */
    PackPom withVersion(String version) {
        Map<String, String> changed = new LinkedHashMap<>(properties);
        changed.put(VERSION, version);
        return new PackPom(changed, entries);
    }

    Map<String, String> manifestEntries() {
        Map<String, String> filled = new LinkedHashMap<>();
        entries.forEach((name, value) -> filled.put(name, filled(value)));
        return filled;
    }

    /** A text with the properties in their places; a place of no property here stays as it is, as with Maven. */
    String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                properties.getOrDefault(place.group(1), place.group())));
    }

    private static Map<String, String> first(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        Map<String, String> values = new LinkedHashMap<>();
        if (found.getLength() > 0) {
            children(found.item(0)).forEach(child -> values.put(child.getTagName(), child.getTextContent().strip()));
        }
        return values;
    }

    private static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
