package com.servistech.erp.http.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.servistech.erp.repairs.Checklist;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one mapper: decimals are strings, instants are ISO-8601, records are objects of their components. */
public final class Json {

    private static final class Plain extends StdConverter<BigDecimal, String> {
        @Override
        public String convert(BigDecimal value) {
            return value.toPlainString();
        }
    }

    private static final class Items extends StdConverter<Checklist, Map<String, Object>> {
        @Override
        public Map<String, Object> convert(Checklist checklist) {
            return checklist.items();
        }
    }

    /** Deeper than any form here; a body of brackets would otherwise be a tree of objects before it is found wrong. */
    private static final int DEEPEST = 32;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(BigDecimal.class, new StdDelegatingSerializer(BigDecimal.class, new Plain()))
                    .addSerializer(Checklist.class, new StdDelegatingSerializer(Checklist.class, new Items())))
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written: " + value.getClass(), e);
        }
    }

    /** An object that this program wrote down itself, as an example. */
    public static Map<String, Object> object(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example that is no JSON", e);
        }
    }

    /** JSON that the core keeps as text, as part of an answer. */
    public static Object embedded(String json) {
        try {
            return json == null ? null : MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept JSON that is none", e);
        }
    }
}
