package id.capaian.plugin.testkit;

import id.capaian.plugin.engine.PackFiles;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Whether a pack's classes would link against a version of the plugin API, without loading them. */
final class ApiLinkage {

    private static final String API = "id/capaian/plugin/api/";

    private final Map<String, ClassNode> api;

    /** @param api classes of a version of the API */
    ApiLinkage(PackFiles api) {
        this.api = classes(api);
    }

    /** What a pack uses that this version does not have; empty when it links. */
    Set<String> missing(PackFiles pack) {
        Set<String> missing = new TreeSet<>();
        Map<String, ClassNode> own = classes(pack);
        for (ClassNode type : own.values()) {
            type.accept(new ClassRemapper(new ClassWriter(0), new References(missing)));
            if ((type.access & Opcodes.ACC_ABSTRACT) == 0) {
                type.interfaces.stream().filter(api::containsKey).forEach(face -> unwritten(face, type, own, missing));
            }
        }
        return missing;
    }

    private static Map<String, ClassNode> classes(PackFiles files) {
        Map<String, ClassNode> classes = new TreeMap<>();
        for (String name : files.names("", ".class")) {
            ClassNode node = new ClassNode();
            new ClassReader(files.bytes(name).orElseThrow())
                    .accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            classes.put(node.name, node);
        }
        return classes;
    }

    /** Methods the API asks of who implements it, which the pack does not have. */
    private void unwritten(String face, ClassNode type, Map<String, ClassNode> own, Set<String> missing) {
        for (MethodNode asked : api.get(face).methods) {
            boolean isAbstract = (asked.access & Opcodes.ACC_ABSTRACT) != 0;
            boolean written = false;
            for (ClassNode at = type; at != null && !written; at = own.get(at.superName)) {
                written = at.methods.stream().anyMatch(method ->
                        method.name.equals(asked.name) && method.desc.equals(asked.desc));
            }
            if (isAbstract && !written) {
                missing.add(dotted(type.name) + " without " + dotted(face) + "." + asked.name);
            }
        }
    }

    private boolean hasField(String owner, String name, String descriptor) {
        ClassNode type = api.get(owner);
        return type != null && type.fields.stream().anyMatch((FieldNode field) ->
                field.name.equals(name) && field.desc.equals(descriptor));
    }

    private boolean hasMethod(String owner, String name, String descriptor) {
        ClassNode type = api.get(owner);
        if (type == null) {
            return owner.startsWith("java/") && isOfThePlatform(owner, name, descriptor);
        }
        return type.methods.stream().anyMatch(method -> method.name.equals(name) && method.desc.equals(descriptor))
                || type.superName != null && hasMethod(type.superName, name, descriptor)
                || type.interfaces.stream().anyMatch(face -> hasMethod(face, name, descriptor));
    }

    /** What records, enumerations and every object have. */
    private static boolean isOfThePlatform(String owner, String name, String descriptor) {
        try {
            for (Class<?> at = Class.forName(dotted(owner)); at != null; at = at.getSuperclass()) {
                if (Arrays.stream(at.getDeclaredMethods()).anyMatch(method ->
                        method.getName().equals(name) && Type.getMethodDescriptor(method).equals(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }

    /** Sees every name a class mentions. */
    private final class References extends Remapper {

        private final Set<String> missing;

        References(Set<String> missing) {
            super(Opcodes.ASM9);
            this.missing = missing;
        }

        @Override
        public String map(String name) {
            if (name.startsWith(API) && !api.containsKey(name)) {
                missing.add(dotted(name));
            }
            return name;
        }

        @Override
        public String mapMethodName(String owner, String name, String descriptor) {
            if (api.containsKey(owner) && !hasMethod(owner, name, descriptor)) {
                missing.add(dotted(owner) + "." + name + Arrays.stream(Type.getArgumentTypes(descriptor))
                        .map(Type::getClassName).collect(Collectors.joining(", ", "(", ")")));
            }
            return name;
        }

        @Override
        public String mapFieldName(String owner, String name, String descriptor) {
            if (api.containsKey(owner) && !hasField(owner, name, descriptor)) {
                missing.add(dotted(owner) + "." + name);
            }
            return name;
        }
    }
}
