using System.Collections.Immutable;

namespace SpofAnalyzers.Facts;

/// <summary>The clients of document stores, search engines, brokers and cloud services that are told where to connect by an argument or a property.</summary>
internal static class ClientApis
{
    /// <summary>
    /// One API a line: <c>new</c> (constructors; the namespace of the types) or <c>call</c> (methods; the type that declares them),
    /// technology, namespace or owner, names, and what carries the address, best first, also in an object that is passed: a parameter, a
    /// property (<c>=Name</c>), an entry of a dictionary (<c>[name]</c>). <c>&lt;T&gt;</c> is the type argument that selects the line.
    /// </summary>
    private const string Table = """
        new  MongoDb       MongoDB.Driver                        MongoClient                                       =Server,=Servers,connectionString,url,settings,host
        call MongoDb       MongoDbContextOptionsExtensions       UseMongoDB                                        connectionString
        call MongoDb       MongoDbServiceCollectionExtensions    AddMongoDB                                        connectionString
        new  Kafka         Confluent.Kafka                       ProducerConfig,ConsumerConfig,AdminClientConfig,ClientConfig =BootstrapServers
        new  Kafka         Confluent.Kafka                       ProducerBuilder,ConsumerBuilder,AdminClientBuilder [bootstrap.servers],=BootstrapServers,config
        new  Elasticsearch Elastic.Clients.Elasticsearch         ElasticsearchClientSettings                       uri,node,nodePool,uris,nodes,cloudId
        new  Elasticsearch Elastic.Clients.Elasticsearch         ElasticsearchClient                               uri,cloudId
        new  Elasticsearch Nest                                  ConnectionSettings                                uri,connectionPool,uris,node,nodes,cloudId
        new  Elasticsearch Nest                                  ElasticClient                                     uri,cloudId
        new  OpenSearch    OpenSearch.Client                     ConnectionSettings                                uri,connectionPool,uris,node,nodes
        new  OpenSearch    OpenSearch.Client                     OpenSearchClient                                  uri
        new  ServiceBus    Azure.Messaging.ServiceBus            ServiceBusClient                                  connectionString,fullyQualifiedNamespace
        new  ServiceBus    Azure.Messaging.ServiceBus.Administration ServiceBusAdministrationClient                connectionString,fullyQualifiedNamespace
        call ServiceBus    ServiceBusClientBuilderExtensions     AddServiceBusClient,AddServiceBusClientWithNamespace connectionString,fullyQualifiedNamespace,configuration
        new  AzureStorage  Azure.Storage.Blobs                   BlobServiceClient,BlobContainerClient,BlobClient  connectionString,serviceUri,blobContainerUri,blobUri
        call AzureStorage  BlobClientBuilderExtensions           AddBlobServiceClient                              connectionString,serviceUri,configuration
        new  AzureStorage  Azure.Storage.Queues                  QueueServiceClient,QueueClient                    connectionString,serviceUri,queueUri
        call AzureStorage  QueueClientBuilderExtensions          AddQueueServiceClient                             connectionString,serviceUri,configuration
        new  AzureStorage  Azure.Data.Tables                     TableServiceClient,TableClient                    connectionString,endpoint
        call AzureStorage  TableClientBuilderExtensions          AddTableServiceClient                             connectionString,serviceUri,configuration
        new  Cosmos        Microsoft.Azure.Cosmos                CosmosClient                                      connectionString,accountEndpoint
        new  Cosmos        Microsoft.Azure.Cosmos.Fluent         CosmosClientBuilder                               connectionString,accountEndpoint
        call Cosmos        CosmosDbContextOptionsExtensions      UseCosmos                                         connectionString,accountEndpoint
        call Cosmos        CosmosServiceCollectionExtensions     AddCosmos                                         connectionString
        new  Sqs           Amazon.SQS                            AmazonSQSClient                                   =ServiceURL,=RegionEndpoint,region,config,clientConfig
        call Sqs           ServiceCollectionExtensions           AddAWSService                                     <IAmazonSQS>,=ServiceURL,=Region,options
        new  Sns           Amazon.SimpleNotificationService      AmazonSimpleNotificationServiceClient             =ServiceURL,=RegionEndpoint,region,config,clientConfig
        call Sns           ServiceCollectionExtensions           AddAWSService                                     <IAmazonSimpleNotificationService>,=ServiceURL,=Region,options
        new  S3            Amazon.S3                             AmazonS3Client                                    =ServiceURL,=RegionEndpoint,region,config,clientConfig
        call S3            ServiceCollectionExtensions           AddAWSService                                     <IAmazonS3>,=ServiceURL,=Region,options
        new  DynamoDb      Amazon.DynamoDBv2                     AmazonDynamoDBClient                              =ServiceURL,=RegionEndpoint,region,config,clientConfig
        call DynamoDb      ServiceCollectionExtensions           AddAWSService                                     <IAmazonDynamoDB>,=ServiceURL,=Region,options
        new  Nats          NATS.Client.Core                      NatsConnection                                    =Url,opts
        new  Nats          NATS.Net                              NatsClient                                        url,=Url,opts
        call Nats          NatsHostingExtensions                 AddNats                                           =Url,configureOpts
        call Memcached     MemcachedClientOptions                AddServer                                         address
        """;

    /// <summary>Aspire integrations: technology, type that declares the methods, methods that take the name of a connection string.</summary>
    private const string Named = """
        MongoDb       AspireMongoDBDriverExtensions                 AddMongoDBClient,AddKeyedMongoDBClient
        Kafka         AspireKafkaProducerExtensions                 AddKafkaProducer,AddKeyedKafkaProducer
        Kafka         AspireKafkaConsumerExtensions                 AddKafkaConsumer,AddKeyedKafkaConsumer
        Elasticsearch AspireElasticClientsElasticsearchExtensions   AddElasticsearchClient,AddKeyedElasticsearchClient
        ServiceBus    AspireServiceBusExtensions                    AddAzureServiceBusClient,AddKeyedAzureServiceBusClient
        AzureStorage  AspireBlobStorageExtensions                   AddAzureBlobClient,AddKeyedAzureBlobClient,AddAzureBlobServiceClient,AddKeyedAzureBlobServiceClient
        AzureStorage  AspireQueueStorageExtensions                  AddAzureQueueClient,AddKeyedAzureQueueClient,AddAzureQueueServiceClient,AddKeyedAzureQueueServiceClient
        AzureStorage  AspireTablesExtensions                        AddAzureTableClient,AddKeyedAzureTableClient,AddAzureTableServiceClient,AddKeyedAzureTableServiceClient
        Cosmos        AspireMicrosoftAzureCosmosExtensions          AddAzureCosmosClient,AddKeyedAzureCosmosClient
        Cosmos        AspireAzureEFCoreCosmosExtensions             AddCosmosDbContext
        Nats          AspireNatsClientExtensions                    AddNatsClient,AddKeyedNatsClient
        """;

    /// <summary>The APIs of the table: name of the type or method, true for a constructor, what it is.</summary>
    public static IEnumerable<(string Name, bool IsConstructor, ConnectionApi Api)> All()
    {
        foreach (var (cells, names) in Lines(Table, 3))
        {
            string[] carriers = cells[4].Split(',');
            var api = new ConnectionApi(Technology(cells[1]), ImmutableArray.Create(cells[2]), ConnectionShape.Client)
            {
                Carriers = [.. carriers.Where(c => c[0] != '<')],
                TypeArgument = carriers[0][0] == '<' ? carriers[0].Trim('<', '>') : null,
            };
            foreach (var name in names)
            {
                yield return (name, cells[0] == "new", api);
            }
        }

        foreach (var (cells, names) in Lines(Named, 2))
        {
            foreach (var name in names)
            {
                yield return (name, false, new ConnectionApi(Technology(cells[0]), ImmutableArray.Create(cells[1]), ConnectionShape.Name, ConnectionApis.Aspire));
            }
        }
    }

    private static IEnumerable<(string[] Cells, string[] Names)> Lines(string table, int names)
    {
        foreach (var line in table.Split('\n'))
        {
            var cells = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            yield return (cells, cells[names].Split(','));
        }
    }

    private static StoreTechnology Technology(string name) => (StoreTechnology)Enum.Parse(typeof(StoreTechnology), name);
}
