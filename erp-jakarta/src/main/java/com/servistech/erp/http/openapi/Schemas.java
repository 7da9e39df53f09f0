package com.servistech.erp.http.openapi;

import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.tenancy.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schemas of bodies and answers, read off the same records that the binder fills and the mapper writes: what is
 * written here is what the server does.
 */
final class Schemas {

    private static final String DECIMAL = "^-?[0-9]{1,18}(\\.[0-9]{1,18})?$";
    private static final String AMOUNT = "^-?[0-9]{1,18}(\\.[0-9]{1,2})?$";

    private final Map<String, Schema> components = new TreeMap<>();

    Map<String, Schema> components() {
        return components;
    }

    /** A body: what may be left out may, what is unknown is refused. */
    Schema request(Class<?> type) {
        return of(type, true);
    }

    /** An answer: everything is there, though some of it may be null. */
    Schema answer(Type type) {
        return of(type, false);
    }

    Schema pageOf(Class<?> item) {
        String name = nameOf(item) + Page.class.getSimpleName();
        Schema page = object().addProperty(
                        "items",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(answer(item)))
                .addProperty("nextCursor", nullable(string().description("For the next page; null on the last one")))
                .required(List.of("items", "nextCursor"));
        components.put(name, page);
        return ref(name);
    }

    private Schema of(Type type, boolean closed) {
        if (type instanceof ParameterizedType generic) {
            if (Map.class.isAssignableFrom((Class<?>) generic.getRawType())
                    && generic.getActualTypeArguments()[1] == String.class) {
                return object().additionalPropertiesSchema(string());
            } else if (Map.class.isAssignableFrom((Class<?>) generic.getRawType())
                    && generic.getActualTypeArguments()[1] == Long.class) {
                return object().additionalPropertiesSchema(scalar(Long.class));
            }
            return Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
                    ? OASFactory.createSchema()
                            .addType(SchemaType.ARRAY)
                            .items(of(generic.getActualTypeArguments()[0], closed))
                    : findings();
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Money.class) {
            components.put("Money", money());
            return ref("Money");
        } else if (kind == Checklist.class) {
            return findings();
        } else if (kind.isRecord() || kind.isEnum()) {
            return named(kind, closed);
        }
        return scalar(kind);
    }

    private Schema named(Class<?> kind, boolean closed) {
        String name = nameOf(kind);
        if (!components.containsKey(name)) {
            components.put(name, object());
            components.put(name, kind.isEnum() ? oneOf(kind) : fields(kind, closed));
        }
        return ref(name);
    }

    private Schema fields(Class<?> kind, boolean closed) {
        Schema schema = object();
        for (RecordComponent component : kind.getRecordComponents()) {
            Schema field = of(component.getGenericType(), closed);
            AnswerFields.words(kind, component.getName()).ifPresent(words -> words.forEach(field::addEnumeration));
            boolean absent = closed
                    ? component.isAnnotationPresent(Maybe.class)
                    : AnswerFields.mayBeNull(kind, component.getName());
            schema.addProperty(component.getName(), absent ? nullable(field) : field);
            if (!closed || !absent) {
                schema.addRequired(component.getName());
            }
        }
        return closed
                ? schema.additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                : schema;
    }

    private static Schema scalar(Class<?> kind) {
        if (kind == boolean.class || kind == Boolean.class) {
            return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
        } else if (kind == int.class || kind == Integer.class) {
            return OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32");
        } else if (kind == long.class || kind == Long.class) {
            return OASFactory.createSchema().addType(SchemaType.INTEGER).format("int64");
        } else if (kind == UUID.class) {
            return string().format("uuid");
        } else if (kind == Instant.class) {
            return string().format("date-time").description("UTC");
        } else if (kind == LocalDate.class) {
            return string().format("date").description("A business day in Caracas");
        } else if (kind == BigDecimal.class) {
            return string().pattern(DECIMAL);
        } else if (kind == String.class) {
            return string();
        } else if (kind == Object.class) {
            return object().description("Figures as they were used");
        }
        throw new IllegalStateException("no schema is known for " + kind);
    }

    private static Schema money() {
        Schema currency = string();
        Arrays.stream(com.servistech.erp.money.Currency.values())
                .map(Enum::name)
                .forEach(currency::addEnumeration);
        return object().addProperty("amount", string().pattern(AMOUNT))
                .addProperty("currency", currency)
                .required(List.of("amount", "currency"))
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                .addExample(Map.of("amount", "12.50", "currency", "USD"));
    }

    private static Schema findings() {
        return object().description("What was looked at: true, false, or what was seen")
                .additionalPropertiesSchema(
                        OASFactory.createSchema().addType(SchemaType.BOOLEAN).addType(SchemaType.STRING));
    }

    private static Schema oneOf(Class<?> kind) {
        Schema words = string();
        Arrays.stream(kind.getEnumConstants()).map(String::valueOf).forEach(words::addEnumeration);
        return words;
    }

    private static Schema nullable(Schema schema) {
        return schema.getRef() == null
                ? schema.addType(SchemaType.NULL)
                : OASFactory.createSchema()
                        .addAnyOf(schema)
                        .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    /** Names are those of the records; a part of an answer carries its whole's name before its own. */
    private static String nameOf(Class<?> kind) {
        Class<?> whole = kind.getEnclosingClass();
        return whole == null || !whole.isRecord() ? kind.getSimpleName() : nameOf(whole) + kind.getSimpleName();
    }
}
