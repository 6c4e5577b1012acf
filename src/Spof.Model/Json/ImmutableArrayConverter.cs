using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spof.Model.Json;

/// <summary>Writes an uninitialised array as an empty one, and reads null as empty, so that a value can always be written.</summary>
internal sealed class ImmutableArrayConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<ImmutableArray<T>>
    {
        public override bool HandleNull => true;

        public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return [];
            }

            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException("An array was expected.");
            }

            var items = ImmutableArray.CreateBuilder<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException("An array may not hold null."));
            }

            return items.DrainToImmutable();
        }

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (!value.IsDefault)
            {
                var oneLine = options.WriteIndented ? options.GetConverter(typeof(T)) as OneLineConverter<T> : null;
                foreach (var item in value)
                {
                    if (oneLine is null)
                    {
                        JsonSerializer.Serialize(writer, item, options);
                    }
                    else
                    {
                        oneLine.WriteItem(writer, item, options);
                    }
                }
            }

            writer.WriteEndArray();
        }
    }
}
