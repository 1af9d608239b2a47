/** The form that a request brings; an empty one when it arrived damaged. */
export async function formOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData());
}
