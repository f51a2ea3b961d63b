package order;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.*;

@Aspect
public class AnnotationStyleRetry {
    @Around("execution(* order.Flaky.flaky(..))")
    public Object retry(ProceedingJoinPoint call) throws Throwable {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (IllegalStateException e) {
                Flaky.STACKS.add("caught " + e.getMessage());
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }
}
