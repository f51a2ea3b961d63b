package io.sreobservability.sreagent.model.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/** How one provider writes requests and answers. Reading refuses what the provider itself would refuse. */
public interface Wire {
    /** Tokens that every answer says it took. */
    int INPUT_TOKENS = 11;

    int OUTPUT_TOKENS = 7;

    /** What is wrong with address and headers; empty if nothing is. */
    String complaint(String path, Headers headers);

    /** The system text. */
    String system(JsonNode request);

    List<ChatMessage> messages(JsonNode request);

    List<ToolSpecification> tools(JsonNode request);

    /** An answer in the provider's form. */
    String answer(AiMessage message);

    /** A refusal in the provider's form; {@code code} is its error type. */
    ModelStub.Reply refusal(int status, String code, String words);
}
